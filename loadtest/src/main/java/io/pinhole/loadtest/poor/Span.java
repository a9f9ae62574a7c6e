package io.pinhole.loadtest.poor;

/** A part of a run, from one moment to another, in nanoseconds of the monotonic clock. */
record Span(long from, long to) {

    boolean has(long moment) {
        return moment - from >= 0 && moment - to < 0;
    }

    double seconds() {
        return (to - from) / 1e9;
    }
}
