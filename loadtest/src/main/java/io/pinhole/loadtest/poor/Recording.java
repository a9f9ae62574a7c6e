package io.pinhole.loadtest.poor;

import io.pinhole.loadtest.local.LocalLine.Carried;
import java.util.List;
import java.util.Optional;

/**
 * What was seen of a run.
 *
 * @param timing when its seconds began and when it was over
 */
record Recording(Run run, Span timing, Progress progress, List<Reading> readings, Material material) {

    /** The line's counters at a moment. */
    record Reading(long at, Carried carried) {}

    Recording {
        readings = List.copyOf(readings);
    }

    long at(double second) {
        return timing.from() + (long) (second * 1e9);
    }

    /** The first reading at or after a moment. */
    Optional<Reading> reading(long at) {
        return readings.stream().filter(reading -> reading.at() - at >= 0).findFirst();
    }
}
