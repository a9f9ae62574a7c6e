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

    private double packets = INITIAL;
    private double threshold = Double.MAX_VALUE;
    private double largest;
    private double friendly;
    private long epochBegan = -1;
    private long fastest = Long.MAX_VALUE;

    int packets() {
        return (int) packets;
    }

    /** Packets were received while the window was full. */
    void onReceived(int count, long rtt, long now) {
        fastest = Math.min(fastest, rtt);
        if (packets < threshold) {
            packets += count;
            if (packets >= HYSTART_LOW && rtt > fastest + Math.max(4 * MILLIS, Math.min(fastest / 8, 16 * MILLIS))) {
                threshold = packets;
            }
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
        onLoss();
        packets = 1;
    }

    /** Nothing was sent for long. */
    void onIdle() {
        packets = Math.min(packets, INITIAL);
        epochBegan = -1;
    }
}
