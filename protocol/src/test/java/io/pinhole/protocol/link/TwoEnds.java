package io.pinhole.protocol.link;

import io.pinhole.protocol.frame.Voice;
import java.util.List;
import java.util.SplittableRandom;

/** A client and a relay on simulated lines, both talking, to do things to that no {@link SimulatedCall} does. */
final class TwoEnds {

    private static final SimulatedFlow.Plan TALKING =
            new SimulatedFlow.Plan(40, Voice.Duration.MILLIS_20, false, List.of());

    final SimulatedTime time = new SimulatedTime();
    final SimulatedFlow up = new SimulatedFlow(time, TALKING);
    final SimulatedFlow down = new SimulatedFlow(time, TALKING);
    final SimulatedEnd client;
    final SimulatedEnd relay;

    /** @param atRelay hears all but voice that comes there */
    TwoEnds(Lines lines, long seed, SimulatedEnd.Application atRelay) {
        SplittableRandom random = new SplittableRandom(seed);
        List<SimulatedTcp> tcp = SimulatedTcp.pair(
                time,
                new SimulatedLine(time, lines.up(), random.split()),
                new SimulatedLine(time, lines.down(), random.split()));
        SimulatedEnd.Clock clock = new SimulatedEnd.Clock(time, random.nextLong(1 << 40), 0);
        client = new SimulatedEnd(tcp.get(0), clock, new SimulatedMeter(), down::received);
        relay = new SimulatedEnd(tcp.get(1), clock, new SimulatedMeter(), frame -> {
            if (frame instanceof Voice) {
                up.received(frame);
            } else {
                atRelay.received(frame);
            }
        });
        up.start(client, random);
        down.start(relay, random);
    }

    void runUntil(long second) {
        time.runUntil(second * SimulatedTime.SECONDS);
    }

    /** What the client's person said in these seconds. */
    Delays voiceUp(long from, long to) {
        return up.voice()
                .delays(spoken -> from * SimulatedTime.SECONDS <= spoken && spoken < to * SimulatedTime.SECONDS);
    }

    void stop() {
        client.stop();
        relay.stop();
    }
}
