package io.pinhole.client;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets what others show on a photo be forgotten when its time is over. On the client's loop. */
final class Forgetting {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Supplier<@Nullable DrawingLine> lines;
    private final LongSupplier clock;
    private final Map<Sheet, DrawingLine> timers = new HashMap<>();

    /** @param clock nanoseconds of the monotonic clock */
    Forgetting(Supplier<@Nullable DrawingLine> lines, LongSupplier clock) {
        this.lines = lines;
        this.clock = clock;
    }

    /** Something is shown on it. */
    void watch(Sheet sheet) {
        DrawingLine line = lines.get();
        if (line != null && timers.get(sheet) != line) {
            sheet.nextEnd().ifPresent(end -> {
                long millis = (end - clock.getAsLong() + NANOS_PER_MILLI - 1) / NANOS_PER_MILLI;
                timers.put(sheet, line);
                line.later(() -> due(sheet, line), Math.max(0, millis));
            });
        }
    }

    private void due(Sheet sheet, DrawingLine line) {
        if (timers.remove(sheet, line)) {
            sheet.expire(clock.getAsLong());
            watch(sheet);
        }
    }
}
