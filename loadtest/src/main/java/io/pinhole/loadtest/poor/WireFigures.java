package io.pinhole.loadtest.poor;

import io.pinhole.loadtest.poor.Recording.Reading;
import java.util.Optional;

/** What the line carried in the direction of voice and photo, with all headers. */
final class WireFigures {

    private static final double MILLION = 1e6;

    private final Run run;
    private final Progress progress;

    private WireFigures(Run run, Progress progress) {
        this.run = run;
        this.progress = progress;
    }

    static void add(Recording recording, Figures.Builder figures) {
        WireFigures wire = new WireFigures(recording.run(), recording.progress());
        Optional<Reading> quiet = recording.reading(recording.at(Performance.QUIET));
        Optional<Reading> sent = recording.reading(recording.at(Performance.LAST_QUIET));
        Optional<Reading> end = recording.reading(recording.timing().to());
        figures.with("wire.kilobitsBefore", quiet.flatMap(from -> sent.map(to -> wire.kilobits(from, to))))
                .with("wire.kilobitsDuring", sent.flatMap(from -> end.map(to -> wire.kilobits(from, to))))
                .with("wire.bytesPerByte", sent.flatMap(from -> end.map(to -> wire.overhead(from, to))));
    }

    private double kilobits(Reading from, Reading to) {
        return carried(from, to) * Byte.SIZE / ((to.at() - from.at()) / MILLION);
    }

    private double overhead(Reading from, Reading to) {
        return carried(from, to) / payload(new Span(from.at(), to.at()));
    }

    private double carried(Reading from, Reading to) {
        return run.direction() == Direction.UP
                ? to.carried().up() - from.carried().up()
                : to.carried().down() - from.carried().down();
    }

    /** What people have of the bytes that went by: voice, notes and photos that came, without any header. */
    private double payload(Span span) {
        double notes = progress.receiver()
                .all("note-received")
                .filter(moment -> span.has(moment.at()))
                .count();
        return bytes("voice-received", span) + OwnCompany.NOTE_BYTES * notes + bytes("photo-received", span);
    }

    private double bytes(String event, Span span) {
        return progress.receiver()
                .all(event)
                .filter(moment -> span.has(moment.at()))
                .mapToLong(moment -> moment.number("bytes"))
                .sum();
    }
}
