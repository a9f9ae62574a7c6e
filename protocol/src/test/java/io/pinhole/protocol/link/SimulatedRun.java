package io.pinhole.protocol.link;

import static io.pinhole.protocol.link.SimulatedTime.MILLIS;
import static io.pinhole.protocol.link.SimulatedTime.SECONDS;

import java.util.List;
import java.util.SplittableRandom;

/** One run of a scenario: two ends, the lines between them, and what people do at either. */
final class SimulatedRun {

    private static final long MINUTE = 60 * SECONDS;
    private static final long PATIENCE = 30 * MINUTE;

    /** How long everybody goes on talking after the last photo. */
    private static final long AFTERWARDS = 3 * SECONDS;

    private final SimulatedTime time = new SimulatedTime();
    private final SimulatedCall.Scenario scenario;
    private final long seed;
    private final Half up;
    private final Half down;

    /** One direction: who sends, what, and over which line. */
    private record Half(LineShape shape, SimulatedLine line, SimulatedFlow flow, SimulatedMeter meter) {

        /** All that was said has come or was given up, and all notes have come. */
        boolean isDone() {
            return flow.voice().arrived() + meter.dropped() >= flow.voice().count()
                    && flow.notes().arrived() == flow.notes().count();
        }
    }

    SimulatedRun(SimulatedCall.Scenario scenario, long seed) {
        this.scenario = scenario;
        this.seed = seed;
        SplittableRandom random = new SplittableRandom(seed);
        up = half(scenario.lines().up(), scenario.up(), random);
        down = half(scenario.lines().down(), scenario.down(), random);
        scenario.up().bulk().forEach(span -> new SimulatedBulk(time, up.line, down.line, span));
        scenario.down().bulk().forEach(span -> new SimulatedBulk(time, down.line, up.line, span));
        List<SimulatedTcp> tcp = SimulatedTcp.pair(time, up.line, down.line);
        SimulatedEnd client = new SimulatedEnd(tcp.get(0), clock(random, 0), up.meter, down.flow::received);
        SimulatedEnd relay =
                new SimulatedEnd(tcp.get(1), clock(random, scenario.fastPerMillion()), down.meter, up.flow::received);
        up.flow.start(client, random);
        down.flow.start(relay, random);
        live();
        client.stop();
        relay.stop();
        up.meter.see(client, tcp.get(0));
        down.meter.see(relay, tcp.get(1));
    }

    private Half half(LineShape shape, SimulatedCall.Way way, SplittableRandom random) {
        return new Half(
                shape,
                new SimulatedLine(time, shape, random.split()),
                new SimulatedFlow(time, way.plan()),
                new SimulatedMeter());
    }

    private SimulatedEnd.Clock clock(SplittableRandom random, int fastPerMillion) {
        return new SimulatedEnd.Clock(time, random.nextLong(-60 * MINUTE, 60 * MINUTE), fastPerMillion);
    }

    private void live() {
        time.runUntil(PATIENCE, () -> up.flow.arePhotosComplete() && down.flow.arePhotosComplete());
        boolean arePhotos = !up.flow.photos().isEmpty() || !down.flow.photos().isEmpty();
        time.runUntil(Math.max(scenario.leastNanos(), arePhotos ? time.now() + AFTERWARDS : MINUTE));
        up.flow.stop();
        down.flow.stop();
        time.runUntil(time.now() + MINUTE, () -> up.isDone() && down.isDone());
    }

    CallReport report() {
        return new CallReport(seed, report(up), report(down), up.line.trace() * 31 + down.line.trace());
    }

    private CallReport.Direction report(Half half) {
        long firstPhoto = Math.min(firstPhoto(up.flow), firstPhoto(down.flow));
        return new CallReport.Direction(
                half.flow.voice(),
                half.flow.voice().delays(spoken -> spoken < firstPhoto),
                half.flow.voice().delays(spoken -> isPhotoOn(up.flow, spoken) || isPhotoOn(down.flow, spoken)),
                half.meter.dropped(),
                half.flow.voice().count() - half.flow.voice().arrived(),
                half.flow.notes().delays(drawn -> true),
                half.flow.photos().stream().map(photo -> report(photo, half)).toList(),
                half.meter.sent(),
                half.line.carried());
    }

    private static long firstPhoto(SimulatedFlow flow) {
        return flow.photos().stream().mapToLong(SimulatedPhoto::begun).min().orElse(Long.MAX_VALUE);
    }

    private static boolean isPhotoOn(SimulatedFlow flow, long nanos) {
        return flow.photos().stream().anyMatch(photo -> photo.begun() <= nanos && nanos < photo.completed());
    }

    private static CallReport.Photo report(SimulatedPhoto photo, Half half) {
        double bits = photo.bytes() * 8.0;
        long now = photo.begun();
        while (bits > 0) {
            bits -= Math.max(0, half.shape.bitsPerSecondAt(now) - half.flow.leastVoiceBitsPerSecond()) / 1000;
            now += MILLIS;
        }
        double seconds =
                photo.isComplete() ? (double) (photo.completed() - photo.begun()) / SECONDS : Double.POSITIVE_INFINITY;
        return new CallReport.Photo(photo.bytes(), seconds, (double) (now - photo.begun()) / SECONDS);
    }
}
