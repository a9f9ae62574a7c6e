package io.pinhole.loadtest.bench;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** How late frames are said and heard, in nanoseconds after they were due. Owned by the generator's loop. */
final class Stopwatch {

    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final int DIGITS = 3;

    private final Histogram said = new Histogram(LONGEST_NANOS, DIGITS);
    private final Histogram heard = new Histogram(LONGEST_NANOS, DIGITS);

    void said(long lateNanos) {
        said.recordValue(within(lateNanos));
    }

    void heard(long lateNanos) {
        heard.recordValue(within(lateNanos));
    }

    Histogram said() {
        return said;
    }

    Histogram heard() {
        return heard;
    }

    private static long within(long nanos) {
        return Math.max(0, Math.min(nanos, LONGEST_NANOS));
    }
}
