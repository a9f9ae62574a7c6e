package io.pinhole.protocol.link;

import io.pinhole.protocol.frame.Feedback;

/**
 * How many photo bytes may be on their way: sent, but not yet received by the peer's application. What the kernel and
 * the network hold cannot be overtaken by voice, so this, and not the socket, says when photos wait.
 *
 * <p>The window is fixed: small enough that it adds at most a quarter of a second on 64 kbit/s.
 */
final class BulkWindow {

    static final int BYTES = 2048;

    private static final int MASK = Feedback.RECEIVED_MODULUS - 1;

    private int sent;
    private int received;

    /** How many bytes of photo may be sent now. */
    int room() {
        return BYTES - inFlight();
    }

    int inFlight() {
        return (sent - received) & MASK;
    }

    void onSent(int bytes) {
        sent = (sent + bytes) & MASK;
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
}
