package io.pinhole.protocol.widget.json;

import java.time.DateTimeException;
import java.time.Instant;

/** Moments in milliseconds, as ISO 8601 writes them: {@code 2026-11-23T08:15:30.250Z}. */
final class Times {

    private Times() {}

    static String of(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }

    /** @throws IllegalArgumentException if this is no moment, or one between two milliseconds */
    static long parse(String text) {
        try {
            Instant instant = Instant.parse(text);
            long millis = instant.toEpochMilli();
            if (!Instant.ofEpochMilli(millis).equals(instant)) {
                throw new IllegalArgumentException("times are kept to the millisecond");
            }
            return millis;
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException("not a time such as 2026-11-23T08:15:30.250Z", e);
        }
    }
}
