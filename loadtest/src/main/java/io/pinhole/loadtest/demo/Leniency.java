package io.pinhole.loadtest.demo;

import java.time.Duration;

/**
 * How much is forgiven to a machine that is too busy to do things in time.
 *
 * @param late how late voice may be
 */
record Leniency(Duration late) {

    /** What is later is dropped, and so is missing. */
    private static final Duration NONE = Duration.ofNanos(VoicePath.MAX_DELAY_NANOS);

    private boolean isStrict() {
        return late.compareTo(NONE) <= 0;
    }

    boolean allowsDelay(long nanos) {
        return nanos <= late.toNanos();
    }

    /** No frame may be missing; of a busy machine half of them, as it is right to drop what is late. */
    boolean allowsMissing(VoicePath path, Span time) {
        int missing = path.missing(time);
        return path.frames(time) > 0 && (isStrict() ? missing == 0 : missing <= path.frames(time));
    }

    /** How long something may take that usually takes no longer than this. */
    Duration orLate(Duration usual) {
        return isStrict() || usual.compareTo(late) > 0 ? usual : late;
    }
}
