package io.pinhole.protocol.link;

/** A packet that was sent and is not yet known to have come in order. */
final class TcpFlight {

    final long start;
    final byte[] data;
    boolean received;
    boolean lost;
    private long number = -1;
    private long sentAt;
    private boolean isRepeated;

    TcpFlight(long start, byte[] data) {
        this.start = start;
        this.data = data;
    }

    /** @param transmission counts all packets of the connection, repeated ones again */
    void sent(long transmission, long now) {
        isRepeated = number >= 0;
        number = transmission;
        sentAt = now;
        lost = false;
    }

    /** When it was last sent, by count. */
    long number() {
        return number;
    }

    long sentAt() {
        return sentAt;
    }

    boolean isRepeated() {
        return isRepeated;
    }

    boolean isOnItsWay() {
        return !received && !lost;
    }

    long end() {
        return start + data.length;
    }
}
