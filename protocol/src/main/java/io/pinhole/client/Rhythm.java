package io.pinhole.client;

import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does something not more often than once in an interval: at once if it has rested for so long, else when it has.
 * Nothing is done without a connection. On the client's loop.
 */
final class Rhythm {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final long intervalNanos;
    private final Supplier<@Nullable DrawingLine> lines;
    private final LongSupplier clock;
    private final Runnable act;
    private long restsUntil;
    private @Nullable DrawingLine timerRunsOn;

    /** @param clock nanoseconds of the monotonic clock */
    Rhythm(int intervalMillis, Supplier<@Nullable DrawingLine> lines, LongSupplier clock, Runnable act) {
        this.intervalNanos = intervalMillis * NANOS_PER_MILLI;
        this.lines = lines;
        this.clock = clock;
        this.act = act;
        this.restsUntil = clock.getAsLong();
    }

    /** There is something to do. */
    void wanted() {
        DrawingLine line = lines.get();
        if (line == null || line == timerRunsOn) {
            return;
        }
        long now = clock.getAsLong();
        if (now - restsUntil >= 0) {
            restsUntil = now + intervalNanos;
            act.run();
        } else {
            timerRunsOn = line;
            line.later(() -> due(line), (restsUntil - now + NANOS_PER_MILLI - 1) / NANOS_PER_MILLI);
        }
    }

    private void due(DrawingLine line) {
        if (timerRunsOn == line) {
            timerRunsOn = null;
            wanted();
        }
    }
}
