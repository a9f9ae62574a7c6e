package io.pinhole.protocol.link;

import io.pinhole.protocol.frame.Feedback;

/**
 * How many photo bytes may be on their way: sent, but not yet received by the peer's application. What the kernel, a
 * proxy and the network hold cannot be overtaken by voice, so this, and not the socket, has the last word: a fuse, for
 * when the {@link QueueModel} is wrong, and the bound of what a receiver that does not read can cost.
 *
 * <p>On a line of plenty there is no model, and the window alone rules: once a round trip it doubles, if it was what held
 * photos up, or shrinks, if a queue was seen. Pure; milliseconds, bytes, bytes a millisecond.
 */
final class BulkWindow {

    static final int LEAST_BYTES = 600;
    static final int MOST_BYTES = 512 * 1024;

    private static final int FIRST_BYTES = 32 * 1024;

    /** How many round trips, and how much longer, the bytes of the moment may take to be answered. */
    private static final double ROUND_TRIPS = 1.5;

    private static final double SLACK_MILLIS = 100;
    private static final double LONG_QUEUE_MILLIS = 20;
    private static final double SHORT_QUEUE_MILLIS = 8;
    private static final double SHRINK = 0.6;
    private static final int MASK = Feedback.RECEIVED_MODULUS - 1;

    private int bytes = FIRST_BYTES;
    private double changedAt = Double.NEGATIVE_INFINITY;
    private boolean heldUp;
    private int sent;
    private int received;

    /** How many bytes of photo may be sent now. */
    int room() {
        return Math.max(0, bytes - inFlight());
    }

    int inFlight() {
        return (sent - received) & MASK;
    }

    int bytes() {
        return bytes;
    }

    void onSent(int count) {
        sent = (sent + count) & MASK;
    }

    /**
     * @param total as {@link Feedback#received}
     * @return false if the peer claims what was never sent
     */
    boolean onReceived(int total) {
        int news = (total - received) & MASK;
        if (news > inFlight()) {
            return false;
        }
        received = total;
        return true;
    }

    /** @param tick between two flushes, and the longest that an answer waits */
    void fit(double rate, double roundTrip, double tick) {
        double millis = ROUND_TRIPS * roundTrip + tick + SLACK_MILLIS;
        bytes = (int) Math.min(MOST_BYTES, Math.max(LEAST_BYTES, rate * millis));
    }

    /**
     * Fits the window to a line of plenty.
     *
     * @param queue how long records waited of late
     */
    void follow(double now, double roundTrip, double queue) {
        if (now - changedAt <= roundTrip) {
            return;
        }
        if (queue > LONG_QUEUE_MILLIS) {
            bytes = Math.max(FIRST_BYTES, (int) (SHRINK * bytes));
            changedAt = now;
        } else if (heldUp && queue < SHORT_QUEUE_MILLIS) {
            bytes = Math.min(MOST_BYTES, 2 * bytes);
            changedAt = now;
        }
        heldUp = false;
    }

    /** More of a photo was there than the window let through. */
    void onHeldUp() {
        heldUp = true;
    }
}
