package io.pinhole.client;

import java.util.function.DoubleSupplier;

/**
 * How long to wait before the next attempt to connect: anything up to a bound that doubles with each failure, so that
 * the clients of a relay that restarts do not come back all at once. The bound is low: whoever waits, waits in a call,
 * and hears nothing. Pure: chance is an argument.
 */
final class Backoff {

    static final int FIRST_MILLIS = 500;
    static final int MAX_MILLIS = 5_000;

    private final DoubleSupplier random;
    private int bound = FIRST_MILLIS;

    /** @param random from 0 (inclusive) to 1 (exclusive) */
    Backoff(DoubleSupplier random) {
        this.random = random;
    }

    /** @param leastMillis what the relay asked for */
    long nextMillis(int leastMillis) {
        long wait = leastMillis + (long) (random.getAsDouble() * bound);
        bound = Math.min(2 * bound, MAX_MILLIS);
        return wait;
    }

    /** The relay let us in. */
    void reset() {
        bound = FIRST_MILLIS;
    }
}
