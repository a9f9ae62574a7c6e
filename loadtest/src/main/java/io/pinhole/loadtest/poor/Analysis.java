package io.pinhole.loadtest.poor;

import io.pinhole.loadtest.poor.Recording.Reading;
import java.util.Optional;

/** Works the figures out of what was seen of a run. */
final class Analysis {

    private static final double MILLION = 1e6;

    private final Recording recording;
    private final Run run;
    private final Progress progress;
    private final Span before;
    private final Span during;
    private final Figures.Builder figures = new Figures.Builder();

    private Analysis(Recording recording) {
        this.recording = recording;
        this.run = recording.run();
        this.progress = recording.progress();
        this.before = new Span(recording.at(Performance.QUIET), recording.at(Performance.SEND));
        this.during = new Span(send(), whole().orElse(recording.timing().to()));
    }

    static Figures of(Recording recording) {
        return new Analysis(recording).figures();
    }

    private Figures figures() {
        voice("voice", Track.voice(progress.sender(), progress.receiver()));
        if (run.scene().both()) {
            voice("voiceBack", Track.voice(progress.receiver(), progress.sender()));
        }
        if (run.load() != Load.VOICE) {
            notes("note", Track.notes(progress.sender(), progress.receiver()));
            notes("noteBack", Track.notes(progress.receiver(), progress.sender()));
        }
        if (run.load() == Load.PHOTO) {
            progress.viewed().ifPresent(this::photo);
        }
        wire();
        return figures.build();
    }

    private long send() {
        return progress.viewed().map(Moment::at).orElse(recording.at(Performance.SEND));
    }

    private Optional<Long> whole() {
        return progress.viewed()
                .flatMap(photo -> progress.whole(photo, "working"))
                .map(Moment::at);
    }

    private void voice(String name, Track track) {
        Delays quiet = track.delays(before);
        Delays busy = track.delays(during);
        double base = quiet.quantile(0.5);
        delays(name + ".before", quiet);
        delays(name + ".during", busy);
        figures.with(name + ".p99OverP50", busy.quantile(0.99) - base)
                .with(name + ".late200Percent", 100 * busy.shareOver(base + 200))
                .with(name + ".late400Percent", 100 * busy.shareOver(base + 400))
                .with(name + ".lost", busy.lost())
                .with(name + ".frames", busy.count())
                .with(name + ".mosBefore", EModel.score(quiet, run.scene().speech()))
                .with(name + ".mos", EModel.score(busy, run.scene().speech()));
    }

    private void notes(String name, Track track) {
        Delays quiet = track.delays(before);
        Delays busy = track.delays(during);
        figures.with(name + ".before.p50", quiet.quantile(0.5))
                .with(name + ".before.p99", quiet.quantile(0.99))
                .with(name + ".during.p50", busy.quantile(0.5))
                .with(name + ".during.p99", busy.quantile(0.99))
                .with(name + ".p99OverP50", busy.quantile(0.99) - quiet.quantile(0.5))
                .with(name + ".lost", busy.lost())
                .with(name + ".count", busy.count());
    }

    private void delays(String name, Delays delays) {
        figures.with(name + ".p50", delays.quantile(0.5))
                .with(name + ".p95", delays.quantile(0.95))
                .with(name + ".p99", delays.quantile(0.99))
                .with(name + ".max", delays.max());
    }

    private void photo(Moment shared) {
        int bytes = recording.material().bytes();
        double limit = Limit.seconds(run.scene(), run.direction(), bytes);
        Optional<Double> seconds = since(shared, progress.whole(shared, "working"));
        Optional<Double> scan = since(
                shared,
                progress.pieces(shared)
                        .filter(piece -> end(piece) >= recording.material().firstScanBytes())
                        .findFirst());
        figures.with("photo.bytes", bytes)
                .with(
                        "photo.percent",
                        100.0
                                * progress.pieces(shared)
                                        .mapToLong(Analysis::end)
                                        .max()
                                        .orElse(0)
                                / bytes)
                .with("photo.seconds", seconds)
                .with("photo.limitSeconds", limit)
                .with("photo.overLimit", seconds.map(time -> time / limit))
                .with("preview.seconds", since(shared, progress.whole(shared, "preview")))
                .with("scan.seconds", scan)
                .with("scan.percentOfBytes", 100.0 * recording.material().firstScanBytes() / bytes)
                .with("scan.percentOfTime", scan.flatMap(first -> seconds.map(all -> 100 * first / all)));
    }

    private static long end(Moment piece) {
        return piece.number("offset") + piece.number("bytes");
    }

    private static Optional<Double> since(Moment shared, Optional<Moment> later) {
        return later.map(moment -> (moment.at() - shared.at()) / (1000 * MILLION));
    }

    private void wire() {
        Optional<Reading> quiet = recording.reading(before.from());
        Optional<Reading> sent = recording.reading(before.to());
        Optional<Reading> end = recording.reading(recording.timing().to());
        figures.with("wire.kilobitsBefore", quiet.flatMap(from -> sent.map(to -> kilobits(from, to))))
                .with("wire.kilobitsDuring", sent.flatMap(from -> end.map(to -> kilobits(from, to))))
                .with("wire.bytesPerByte", sent.flatMap(from -> end.map(to -> carried(from, to) / payload(from, to))));
    }

    private double kilobits(Reading from, Reading to) {
        return carried(from, to) * Byte.SIZE / ((to.at() - from.at()) / MILLION);
    }

    private double carried(Reading from, Reading to) {
        return run.direction() == Direction.UP
                ? to.carried().up() - from.carried().up()
                : to.carried().down() - from.carried().down();
    }

    /** What people have of the bytes that went by: voice, notes and photos, without any header. */
    private double payload(Reading from, Reading to) {
        Span span = new Span(from.at(), to.at());
        double voice = progress.sender()
                .all("voice-sent")
                .filter(moment -> span.has(moment.at()))
                .mapToLong(moment -> moment.number("bytes"))
                .sum();
        double notes = progress.sender()
                .all("note-made")
                .filter(moment -> span.has(moment.at()))
                .count();
        double photos = progress.receiver()
                .all("photo-received")
                .filter(moment -> span.has(moment.at()))
                .mapToLong(moment -> moment.number("bytes"))
                .sum();
        return voice + OwnCompany.NOTE_BYTES * notes + photos;
    }
}
