package io.pinhole.loadtest.demo;

/** A stretch of time, in nanoseconds of the monotonic clock; its end is not part of it. */
record Span(long from, long to) {

    /** When nothing happens. */
    static final Span NEVER = new Span(Long.MAX_VALUE, Long.MAX_VALUE);

    boolean has(Happening happening) {
        return happening.at() >= from && happening.at() < to;
    }
}
