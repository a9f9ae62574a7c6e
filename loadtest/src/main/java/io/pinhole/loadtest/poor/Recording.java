package io.pinhole.loadtest.poor;

import io.pinhole.loadtest.local.LocalLine.Carried;
import java.util.List;
import java.util.Optional;

/**
 * What was seen of a run.
 *
 * @param timing when its seconds began, and when all was where it should be
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

    /** When nothing but voice and notes was on the line. */
    Span before() {
        return new Span(at(Performance.QUIET), at(Performance.SEND));
    }

    /** From Send until the photo that is looked at was whole; without a photo, all the rest. */
    Span during() {
        long send = progress.viewed().map(Moment::at).orElse(at(Performance.SEND));
        return new Span(send, whole().orElse(timing.to()));
    }

    Optional<Long> whole() {
        return progress.viewed()
                .flatMap(photo -> progress.whole(photo, "working"))
                .map(Moment::at);
    }

    /** The first reading at or after a moment. */
    Optional<Reading> reading(long at) {
        return readings.stream().filter(reading -> reading.at() - at >= 0).findFirst();
    }
}
