package io.pinhole.client;

/**
 * How many operations may go now: a burst, and then fewer a second than a relay allows a connection, so that whoever
 * comes back with much to send is not taken for a flood. Pure: time is an argument.
 */
final class OperationPace {

    static final int BURST = 100;
    static final int PER_SECOND = 150;

    private static final long NANOS_EACH = 1_000_000_000L / PER_SECOND;

    private boolean begun;
    private long emptyAt;

    /** How many may go. */
    int room(long now) {
        if (!begun) {
            return BURST;
        }
        return (int) Math.max(0, Math.min(BURST, (now - emptyAt) / NANOS_EACH));
    }

    void took(int operations, long now) {
        emptyAt = now - room(now) * NANOS_EACH + operations * NANOS_EACH;
        begun = true;
    }

    /** Until there is room for one. */
    long waitMillis(long now) {
        return room(now) > 0 ? 0 : Math.max(1, (emptyAt + NANOS_EACH - now + 999_999) / 1_000_000);
    }
}
