package io.pinhole.loadtest.local;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * How good one way of a line is.
 *
 * @param bitsPerSecond with the headers of TCP and IP
 * @param delay of a byte that finds the line free
 * @param jitter by how much the delay is more or less, at the most
 * @param loss the share of packets that must go a second time: these, and all behind them, come later by a round trip
 * @param queueBytes what waits before the line; when it is full nothing is read from who sends, and nothing is dropped
 */
public record LineQuality(long bitsPerSecond, Duration delay, Duration jitter, double loss, int queueBytes) {

    /** Four seconds of 64 kbit/s: what waits there cannot be overtaken. */
    public static final int QUEUE_BYTES = 32 * 1024;

    /** As good as this machine. */
    public static final LineQuality GOOD = new LineQuality(Long.MAX_VALUE, Duration.ZERO);

    /** @throws IllegalArgumentException if nothing would ever arrive */
    public LineQuality {
        if (bitsPerSecond <= 0 || delay.isNegative() || jitter.isNegative() || queueBytes <= 0) {
            throw new IllegalArgumentException(
                    bitsPerSecond + " bit/s, " + delay + ", jitter " + jitter + ", queue " + queueBytes);
        }
        if (!(loss >= 0 && loss < 1)) {
            throw new IllegalArgumentException("a loss of " + loss);
        }
    }

    /** Without jitter or loss. */
    public LineQuality(long bitsPerSecond, Duration delay) {
        this(bitsPerSecond, delay, Duration.ZERO, 0, QUEUE_BYTES);
    }

    /** The same at another rate. */
    public LineQuality at(long otherBitsPerSecond) {
        return new LineQuality(otherBitsPerSecond, delay, jitter, loss, queueBytes);
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
