package io.pinhole.protocol.link;

import static io.pinhole.protocol.link.SimulatedTime.MILLIS;
import static io.pinhole.protocol.link.SimulatedTime.SECONDS;

import java.util.function.LongConsumer;

/** How long a simulated TCP takes a packet to be on its way: round trip times, and when to repeat for want of an answer. */
final class TcpTimer {

    private static final long LEAST_VARIATION_NANOS = 200 * MILLIS;
    private static final long PROBE_PATIENCE_NANOS = 8 * MILLIS;
    private static final long LONGEST_NANOS = 120 * SECONDS;

    private final LongConsumer samples;
    private long smoothed;
    private long variation;
    private long fastest = Long.MAX_VALUE;
    private long last;
    private int doublings;

    /** @param samples gets the round trip times too */
    TcpTimer(LongConsumer samples) {
        this.samples = samples;
    }

    void onRoundTrip(long nanos) {
        if (smoothed == 0) {
            smoothed = nanos;
            variation = nanos / 2;
        } else {
            variation += (Math.abs(nanos - smoothed) - variation) / 4;
            smoothed += (nanos - smoothed) / 8;
        }
        fastest = Math.min(fastest, nanos);
        last = nanos;
        doublings = 0;
        samples.accept(nanos);
    }

    void onTimeout() {
        doublings++;
    }

    /** After how long without an answer everything counts as lost. */
    long timeout() {
        long once = smoothed == 0 ? SECONDS : smoothed + Math.max(LEAST_VARIATION_NANOS, 4 * variation);
        return Math.min(LONGEST_NANOS, once << Math.min(doublings, 10));
    }

    /** After how long without an answer to send one packet more. */
    long probeAfter(int packets) {
        return smoothed == 0 ? SECONDS : 2 * smoothed + (packets == 1 ? LEAST_VARIATION_NANOS : PROBE_PATIENCE_NANOS);
    }

    long last() {
        return last;
    }

    long fastest() {
        return fastest == Long.MAX_VALUE ? 0 : fastest;
    }

    /** How much later than a packet that was sent after it a packet may come without being lost. */
    long patience() {
        return fastest() / 4;
    }
}
