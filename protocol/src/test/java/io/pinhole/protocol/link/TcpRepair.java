package io.pinhole.protocol.link;

/**
 * How fast a simulated TCP goes on while it repairs a loss: the first repetition goes at once, then so many packets for
 * those that come that the window shrinks bit by bit, as RFC 6937 has it.
 */
final class TcpRepair {

    private boolean isOn;
    private long until;
    private int before;
    private int received;
    private int sent;
    private int allowed;

    boolean isOn() {
        return isOn;
    }

    /**
     * @param end of the stream as sent so far: when that has come, the repair is over
     * @param window before the loss, in packets
     */
    void begin(long end, int window) {
        isOn = true;
        until = end;
        before = window;
        received = 0;
        sent = 0;
    }

    void end() {
        isOn = false;
    }

    void onReceived(long upTo) {
        if (upTo >= until) {
            isOn = false;
        }
    }

    /** So many more packets came, so many are on their way, and so many should be in the end. */
    void onReceived(int news, int flying, int aim) {
        received += news;
        int more;
        if (flying > aim) {
            more = (received * aim + before - 1) / before - sent;
        } else {
            more = Math.min(aim - flying, Math.max(received - sent, news) + 1);
        }
        allowed = flying + Math.max(more, sent == 0 ? 1 : 0);
    }

    void onSent() {
        sent++;
    }

    /** How many packets may be on their way now. */
    int window() {
        return allowed;
    }
}
