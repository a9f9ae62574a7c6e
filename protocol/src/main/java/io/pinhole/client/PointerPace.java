package io.pinhole.client;

import io.pinhole.protocol.frame.Pointer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets pointers go at a bounded rate; only the latest of those that wait. Pure: time is an argument. */
final class PointerPace {

    static final int INTERVAL_MILLIS = 100;

    private static final long INTERVAL_NANOS = INTERVAL_MILLIS * 1_000_000L;

    private boolean begun;
    private long lastSent;
    private @Nullable Pointer waiting;

    /** What may go at once. Else it waits, and whoever calls {@link #due} after the interval gets it. */
    Optional<Pointer> next(Pointer pointer, long now) {
        waiting = pointer;
        return due(now);
    }

    Optional<Pointer> due(long now) {
        if (waiting == null || (begun && now - lastSent < INTERVAL_NANOS)) {
            return Optional.empty();
        }
        Pointer pointer = waiting;
        waiting = null;
        begun = true;
        lastSent = now;
        return Optional.of(pointer);
    }

    boolean isWaiting() {
        return waiting != null;
    }

    /** What waited for a connection that is gone is of no use. */
    void clear() {
        waiting = null;
    }
}
