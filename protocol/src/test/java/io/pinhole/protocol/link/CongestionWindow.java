package io.pinhole.protocol.link;

import static io.pinhole.protocol.link.SimulatedTime.MILLIS;
import static io.pinhole.protocol.link.SimulatedTime.SECONDS;

/** How many packets a simulated TCP may have on their way: CUBIC as Linux has it, without its finer points. */
final class CongestionWindow {

    static final int INITIAL = 10;

    private static final double BETA = 0.7;
    private static final double C = 0.4;

    /** What plain AIMD with this beta gains a round trip. */
    private static final double FRIENDLY = 3 * (1 - BETA) / (1 + BETA);

    private static final int HYSTART_LOW = 16;
    private static final int HYSTART_SAMPLES = 8;

    private double packets = INITIAL;
    private double threshold = Double.MAX_VALUE;
    private double packetsBefore;
    private double thresholdBefore;
    private double largest;
    private double friendly;
    private long epochBegan = -1;
    private long fastest = Long.MAX_VALUE;
    private long fastestOfRound = Long.MAX_VALUE;
    private int samplesOfRound;

    int packets() {
        return (int) packets;
    }

    boolean isStarting() {
        return packets < threshold;
    }

    /** All that was on its way when the last round began has come. */
    void beginRound() {
        fastestOfRound = Long.MAX_VALUE;
        samplesOfRound = 0;
    }

    /** Ends slow start when even the fastest packets of a round were slow: the line is full. */
    void onRoundTrip(long nanos) {
        fastest = Math.min(fastest, nanos);
        fastestOfRound = Math.min(fastestOfRound, nanos);
        samplesOfRound++;
        long patience = Math.max(4 * MILLIS, Math.min(fastest / 8, 16 * MILLIS));
        if (isStarting()
                && packets >= HYSTART_LOW
                && samplesOfRound > HYSTART_SAMPLES
                && fastestOfRound > fastest + patience) {
            threshold = packets;
        }
    }

    /** Packets were received that the window was used for. */
    void onReceived(int count, long now) {
        if (isStarting()) {
            packets += count;
            return;
        }
        if (epochBegan < 0) {
            epochBegan = now;
            largest = Math.max(largest, packets);
            friendly = packets;
        }
        friendly += count * FRIENDLY / packets;
        double steepest = Math.min(0.5, (cubic(now - epochBegan + fastest) - packets) / packets);
        packets = Math.max(friendly, packets + count * Math.max(0.01 / packets, steepest));
    }

    private double cubic(long nanos) {
        double plateau = Math.cbrt(Math.max(0, largest * (1 - BETA)) / C);
        double seconds = (double) nanos / SECONDS - plateau;
        return largest + C * seconds * seconds * seconds;
    }

    /** Something was lost: once for each window. */
    void onLoss() {
        largest = packets < largest ? packets * (1 + BETA) / 2 : packets;
        threshold = Math.max(2, packets * BETA);
        packets = threshold;
        epochBegan = -1;
    }

    /** Nothing came back at all. */
    void onTimeout() {
        packetsBefore = packets;
        thresholdBefore = threshold;
        onLoss();
    }

    /** Still, or again: it begins from one packet. */
    void onNextTimeout() {
        packets = 1;
    }

    /** It was only slow. */
    void undoTimeout() {
        packets = Math.max(packets, packetsBefore);
        threshold = Math.max(threshold, thresholdBefore);
    }

    /** Nothing was sent for long. */
    void onIdle() {
        packets = Math.min(packets, INITIAL);
        epochBegan = -1;
    }
}
