package io.pinhole.relay.call;

/** How fast a connection may go on: so much a second, twice that at once after a pause. Time is an argument, in nanoseconds. */
final class Pace {

    private static final int BURST_SECONDS = 2;

    private final double perSecond;
    private double tokens;
    private long filledAt;

    Pace(int perSecond, long now) {
        this.perSecond = perSecond;
        this.tokens = BURST_SECONDS * perSecond;
        this.filledAt = now;
    }

    /** @return false if that is too much now; nothing is spent then */
    boolean take(int count, long now) {
        tokens = Math.min(BURST_SECONDS * perSecond, tokens + (now - filledAt) * 1e-9 * perSecond);
        filledAt = now;
        if (tokens < count) {
            return false;
        }
        tokens -= count;
        return true;
    }
}
