package io.pinhole.loadtest.local;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * How good a line is, each way.
 *
 * @param bitsPerSecond with the headers of TCP and IP
 * @param delay of a byte that finds the line free
 */
public record LineQuality(long bitsPerSecond, Duration delay) {

    /** As good as this machine. */
    public static final LineQuality GOOD = new LineQuality(Long.MAX_VALUE, Duration.ZERO);

    /** @throws IllegalArgumentException if nothing would ever arrive */
    public LineQuality {
        if (bitsPerSecond <= 0 || delay.isNegative()) {
            throw new IllegalArgumentException(bitsPerSecond + " bit/s, " + delay);
        }
    }

    long nanosFor(int bytes) {
        return (long) ((double) bytes * Byte.SIZE * TimeUnit.SECONDS.toNanos(1) / bitsPerSecond);
    }

    long bytesIn(long nanos) {
        return (long) ((double) nanos * bitsPerSecond / Byte.SIZE / TimeUnit.SECONDS.toNanos(1));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d kbit/s, %d ms each way", bitsPerSecond / 1000, delay.toMillis());
    }
}
