package io.pinhole.loadtest.poor;

import java.nio.file.Path;

/**
 * One of the two people of a run.
 *
 * @param sends the photos, or else gets them
 * @param talks all the time
 */
record Seat(Place place, boolean sends, boolean talks, Path folder) {

    String word() {
        return sends ? "sender" : "receiver";
    }

    Path events() {
        return folder.resolve(word() + ".events");
    }

    Path log() {
        return folder.resolve(word() + ".log");
    }
}
