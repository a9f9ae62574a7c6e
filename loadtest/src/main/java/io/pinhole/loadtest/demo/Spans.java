package io.pinhole.loadtest.demo;

import java.util.Locale;

/** Times between happenings, for people. */
final class Spans {

    private static final double MILLI = 1e6;

    private Spans() {}

    static String between(Happening from, Happening to) {
        return millis(to.at() - from.at());
    }

    static String millis(long nanos) {
        return String.format(Locale.ROOT, nanos < 10 * MILLI ? "%.1f ms" : "%.0f ms", nanos / MILLI);
    }
}
