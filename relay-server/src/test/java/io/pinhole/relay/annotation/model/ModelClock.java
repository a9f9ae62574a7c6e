package io.pinhole.relay.annotation.model;

/** Time that a history lets pass. */
final class ModelClock {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private long nanos;

    long nanos() {
        return nanos;
    }

    long millis() {
        return nanos / NANOS_PER_MILLI;
    }

    void pass(long millis) {
        nanos += millis * NANOS_PER_MILLI;
    }
}
