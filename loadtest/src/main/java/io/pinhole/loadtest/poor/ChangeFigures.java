package io.pinhole.loadtest.poor;

import java.util.Optional;

/** What it took until all was well again after something happened to the line. */
final class ChangeFigures {

    /** How long the old and the new speed of a photo are measured. */
    private static final int SPEED_SECONDS = 5;

    /** By then a photo should have noticed that the line is better. */
    private static final int NOTICE_SECONDS = 5;

    private final Recording recording;
    private final Track said;
    private final Figures.Builder figures;

    private ChangeFigures(Recording recording, Track said, Figures.Builder figures) {
        this.recording = recording;
        this.said = said;
        this.figures = figures;
    }

    /** @param said voice in the direction of the photo */
    static void add(Recording recording, Track said, Figures.Builder figures) {
        ChangeFigures changes = new ChangeFigures(recording, said, figures);
        recording.run().scene().changes().forEach(changes::add);
    }

    private void add(Change change) {
        if (change instanceof Change.Outage outage) {
            figures.with("outage.voiceBackSeconds", recovery(outage.to(), 300));
        } else if (change instanceof Change.Rate rate) {
            figures.with("rate.voiceBackSeconds", recovery(rate.at(), 200));
            speed(rate.at());
        } else if (change instanceof Change.Beside beside) {
            figures.with("beside.voiceBackSeconds", recovery(beside.to(), 200));
            figures.with("beside.photoBytes", bytes(recording.at(beside.from()), recording.at(beside.to())));
        }
    }

    private Optional<Double> recovery(int second, double millisOverP50) {
        double inTime = said.delays(recording.before()).quantile(0.5) + millisOverP50;
        return Recovery.seconds(said, recording.at(second), inTime);
    }

    private void speed(int second) {
        long before = recording.at(second - SPEED_SECONDS);
        double old = bytes(before, recording.at(second)) / SPEED_SECONDS;
        long from = recording.at(second + NOTICE_SECONDS);
        long to = Math.min(
                recording.at(second + NOTICE_SECONDS + SPEED_SECONDS),
                recording.whole().orElse(Long.MAX_VALUE));
        if (to - from <= 0) {
            return; // it was whole before
        }
        double now = bytes(from, to) / ((to - from) / 1e9);
        figures.with("rate.bytesASecondBefore", old)
                .with("rate.bytesASecondAfter", now)
                .with("rate.faster", now / old);
    }

    /** Of the photo, as it came. */
    private double bytes(long from, long to) {
        Span span = new Span(from, to);
        return recording
                .progress()
                .viewed()
                .map(photo -> recording
                        .progress()
                        .pieces(photo)
                        .filter(piece -> span.has(piece.at()))
                        .mapToLong(piece -> piece.number("bytes"))
                        .sum())
                .orElse(0L);
    }
}
