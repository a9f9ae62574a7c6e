package io.pinhole.protocol.link;

import io.pinhole.protocol.frame.TrafficClass;
import java.util.Arrays;

/** Counts what one end sends. */
final class SimulatedMeter implements LinkMeter {

    private final long[] sent = new long[TrafficClass.values().length];
    private long dropped;
    private CallReport.Sent total;

    @Override
    public void sent(TrafficClass trafficClass, int bytes) {
        sent[trafficClass.number()] += bytes;
    }

    @Override
    public void received(TrafficClass trafficClass, int bytes) {}

    @Override
    public void voiceSent(int frames, long ageNanos) {}

    @Override
    public void voiceDropped(DropCause cause, long frames) {
        dropped += frames;
    }

    @Override
    public void waited(TrafficClass trafficClass, long nanos) {}

    @Override
    public void stalled() {}

    @Override
    public void movesAgain(long nanos) {}

    @Override
    public void deltasLapsed() {
        throw new AssertionError("so few notes never lapse");
    }

    @Override
    public void estimated(LineEstimate line) {}

    long dropped() {
        return dropped;
    }

    /** Once all is over. */
    void see(SimulatedEnd end, SimulatedTcp tcp) {
        TcpSending.Counts counts = tcp.sending().counts();
        total = new CallReport.Sent(
                sent[TrafficClass.CONTROL.number()],
                sent[TrafficClass.VOICE.number()],
                sent[TrafficClass.DELTA.number()],
                sent[TrafficClass.PHOTO.number()],
                end.recordBytes() - Arrays.stream(sent).sum(),
                (counts.packets - counts.repeatedPackets) * SimulatedTcp.HEADER_BYTES,
                tcp.pureAcks() * SimulatedTcp.HEADER_BYTES,
                counts.repeatedBytes + counts.repeatedPackets * SimulatedTcp.HEADER_BYTES,
                tcp.sending().backlog().most(),
                tcp.sending().backlog().longestNanos() / SimulatedTime.MILLIS);
    }

    /** In all. */
    CallReport.Sent sent() {
        return total;
    }
}
