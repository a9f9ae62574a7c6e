package io.pinhole.loadtest.poor;

import java.util.Locale;

/** Which way the photo goes over the poor line: up, when the person who has the line sends it. */
enum Direction {
    UP,
    DOWN;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
