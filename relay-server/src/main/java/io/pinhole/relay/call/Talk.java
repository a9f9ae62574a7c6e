package io.pinhole.relay.call;

/**
 * Whether somebody talks now. Voice must flow: the comfort noise of one who is silent, a frame every 400 ms, is no talk.
 * Time is an argument, in nanoseconds. Told on the connection's thread, asked on any.
 */
final class Talk {

    private static final long PAUSE_NANOS = 300_000_000L;
    private static final long OVER_NANOS = 1_000_000_000L;

    private boolean heard;
    private long heardAt;
    private volatile long flowedAt;
    private volatile boolean flowed;

    /** Some voice came. */
    void heard(long now) {
        if (heard && now - heardAt < PAUSE_NANOS) {
            flowedAt = now;
            flowed = true;
        }
        heard = true;
        heardAt = now;
    }

    boolean isOn(long now) {
        return flowed && now - flowedAt < OVER_NANOS;
    }
}
