package io.pinhole.protocol.link;

/** When to ask for a sign of life, and when to give a peer up. Judged by what was received. Pure. */
final class Heartbeat {

    static final long PING_NANOS = 10_000_000_000L;
    static final long DEAD_NANOS = 25_000_000_000L;

    private long lastReceived;
    private long lastSent;

    Heartbeat(long now) {
        lastReceived = now;
        lastSent = now;
    }

    void onReceived(long now) {
        lastReceived = now;
    }

    void onSent(long now) {
        lastSent = now;
    }

    /** Whether anything was sent or heard from that moment on. */
    boolean hasMovedSince(long time) {
        return lastSent - time >= 0 || lastReceived - time >= 0;
    }

    /** Nothing was sent or nothing was heard for so long that the peer should be asked. */
    boolean isPingDue(long now) {
        return now - lastSent >= PING_NANOS || now - lastReceived >= PING_NANOS;
    }

    boolean isDead(long now) {
        return now - lastReceived >= DEAD_NANOS;
    }
}
