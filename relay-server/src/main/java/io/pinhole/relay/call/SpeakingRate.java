package io.pinhole.relay.call;

import java.util.Optional;

/**
 * The rung that a speaker is told. It goes down when the line has been too slow for it for two seconds, and up when the
 * line has been good enough for a better one for ten: to the nearest rung that the line called for in all that time, so
 * that what swings is not followed. Time is an argument, in nanoseconds. Pure.
 */
final class SpeakingRate {

    static final long DOWN_NANOS = 2_000_000_000L;
    static final long UP_NANOS = 10_000_000_000L;

    private Rung told;
    private Rung next;
    private long since;

    SpeakingRate(Rung first, long now) {
        this.told = first;
        this.next = first;
        this.since = now;
    }

    /** What was told last. */
    Rung told() {
        return told;
    }

    /**
     * Takes what the lines call for now.
     *
     * @return what is to be told, if it is time for something else
     */
    Optional<Rung> on(Rung wanted, long now) {
        int way = side(wanted);
        if (way == 0 || way != side(next)) {
            next = wanted;
            since = now;
            return Optional.empty();
        }
        next = way > 0 ? min(next, wanted) : max(next, wanted);
        if (now - since < (way > 0 ? DOWN_NANOS : UP_NANOS)) {
            return Optional.empty();
        }
        told = next;
        return Optional.of(told);
    }

    /** 1 for what is worse than what was told, -1 for what is better. */
    private int side(Rung rung) {
        return Integer.signum(rung.compareTo(told));
    }

    private static Rung min(Rung a, Rung b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private static Rung max(Rung a, Rung b) {
        return a.compareTo(b) < 0 ? b : a;
    }
}
