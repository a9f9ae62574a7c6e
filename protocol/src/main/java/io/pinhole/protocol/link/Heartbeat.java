package io.pinhole.protocol.link;

/** When to ask for a sign of life, and when to give a peer up. Judged by what was received. Pure. */
final class Heartbeat {

    static final long PING_NANOS = 10_000_000_000L;
    static final long DEAD_NANOS = 25_000_000_000L;

    /** Of somebody who was heard until now. */
    private static final long SUDDEN_SILENCE_NANOS = 500_000_000;

    private long lastReceived;
    private long lastSent;
    private long lastSaid;
    private long lastAsked;

    Heartbeat(long now) {
        lastReceived = now;
        lastSent = now;
        lastSaid = now;
        lastAsked = now;
    }

    void onReceived(long now) {
        lastReceived = now;
    }

    void onSent(long now) {
        lastSent = now;
    }

    /** The peer had something to say, other than about the link. */
    void onSaid(long now) {
        lastSaid = now;
    }

    /** The peer is being asked. */
    void onAsked(long now) {
        lastAsked = now;
    }

    /** Whether anything was sent or heard from that moment on. */
    boolean hasMovedSince(long time) {
        return lastSent - time >= 0 || lastReceived - time >= 0;
    }

    /**
     * Nothing was sent or nothing was heard for so long that the peer should be asked. Also when it suddenly falls silent
     * and nothing is sent that it would have to answer: the line may stand still, and nobody else would notice.
     */
    boolean isPingDue(long now) {
        return now - lastSent >= PING_NANOS || now - lastReceived >= PING_NANOS || isSuddenlySilent(now);
    }

    private boolean isSuddenlySilent(long now) {
        return lastSaid - lastAsked > 0
                && now - lastSaid >= SUDDEN_SILENCE_NANOS
                && now - lastSent >= SUDDEN_SILENCE_NANOS;
    }

    boolean isDead(long now) {
        return now - lastReceived >= DEAD_NANOS;
    }
}
