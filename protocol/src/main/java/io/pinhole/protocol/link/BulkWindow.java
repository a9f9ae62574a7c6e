package io.pinhole.protocol.link;

import io.pinhole.protocol.frame.Feedback;

/**
 * How many photo bytes may be on their way: sent, but not yet received by the peer's application. What the kernel, a
 * proxy and the network hold cannot be overtaken by voice, so this, and not the socket, has the last word: a fuse, for
 * when the {@link QueueModel} is wrong, and the bound of what a receiver that does not read can cost.
 *
 * <p>Whatever is measured, it begins small, for two packets may come off the poorest line together, if its far end was busy
 * or its shaper let them pass. If it was what held photos up it doubles with every window that was received, as TCP's
 * does in slow start (RFC 5681), as soon as no queue is seen. On a line of plenty, for which there is no model, nothing
 * else rules. Pure; milliseconds, bytes, bytes a millisecond.
 */
final class BulkWindow {

    static final int LEAST_BYTES = 600;
    static final int MOST_BYTES = 512 * 1024;

    private static final int FIRST_BYTES = 4 * 1024;

    /** How many round trips, and how much longer, the bytes of the moment may take to be answered. */
    private static final double ROUND_TRIPS = 1.5;

    private static final double SLACK_MILLIS = 100;
    private static final double LONG_QUEUE_MILLIS = 20;
    private static final double SHORT_QUEUE_MILLIS = 8;
    private static final double SHRINK = 0.6;
    private static final int MASK = Feedback.RECEIVED_MODULUS - 1;

    private int bytes = FIRST_BYTES;
    private int grown = FIRST_BYTES;
    private int passed;
    private double shrunkAt = Double.NEGATIVE_INFINITY;
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
        passed += news;
        return true;
    }

    /**
     * Fits the window to a line of which there is a model.
     *
     * @param tick between two flushes, and the longest that an answer waits
     * @param queue by how much longer than was meant records waited of late
     */
    void fit(double rate, double roundTrip, double tick, double queue) {
        double most = rate * (ROUND_TRIPS * roundTrip + tick + SLACK_MILLIS);
        if (queue < SHORT_QUEUE_MILLIS) {
            grow();
        } else { // the line is poorer than it was, and not only measured so for a moment
            grown = (int) Math.min(grown, Math.max(FIRST_BYTES, most));
        }
        bytes = (int) Math.max(LEAST_BYTES, Math.min(grown, most));
    }

    /**
     * Fits the window to a line of plenty.
     *
     * @param queue how long records waited of late
     */
    void follow(double now, double roundTrip, double queue) {
        if (queue > LONG_QUEUE_MILLIS && now - shrunkAt > roundTrip) {
            grown = Math.max(FIRST_BYTES, (int) (SHRINK * grown));
            shrunkAt = now;
        } else if (queue < SHORT_QUEUE_MILLIS) {
            grow();
        }
        bytes = grown;
    }

    /** What came last met no queue. */
    private void grow() {
        if (passed < grown) {
            return;
        }
        passed = 0;
        if (heldUp) {
            grown = Math.min(MOST_BYTES, 2 * grown);
        }
        heldUp = false;
    }

    /** More of a photo was there than the window let through. */
    void onHeldUp() {
        heldUp = true;
    }
}
