package io.pinhole.loadtest.poor;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** How a photo came, and what of it when. */
final class PhotoFigures {

    private final Progress progress;
    private final Material material;
    private final Figures.Builder figures;

    private PhotoFigures(Recording recording, Figures.Builder figures) {
        this.progress = recording.progress();
        this.material = recording.material();
        this.figures = figures;
    }

    static void add(Recording recording, Figures.Builder figures) {
        PhotoFigures photos = new PhotoFigures(recording, figures);
        double limit = Limit.seconds(
                recording.run().scene(),
                recording.run().direction(),
                recording.material().bytes());
        recording.progress().viewed().ifPresent(photo -> photos.viewed(photo, limit));
        if (recording.run().scene().isAlbum()) {
            recording
                    .progress()
                    .viewed()
                    .ifPresent(photo -> photos.album(photo, recording.run().direction()));
        }
    }

    private void viewed(Moment shared, double limit) {
        double came = progress.pieces(shared).mapToLong(PhotoFigures::end).max().orElse(0);
        Optional<Double> seconds = since(shared, progress.whole(shared, "working"));
        Optional<Double> scan = since(
                shared,
                progress.pieces(shared)
                        .filter(piece -> end(piece) >= material.firstScanBytes())
                        .findFirst());
        figures.with("photo.bytes", material.bytes())
                .with("photo.percent", 100 * came / material.bytes())
                .with("photo.seconds", seconds)
                .with("photo.limitSeconds", limit)
                .with("photo.overLimit", seconds.map(time -> time / limit))
                .with("preview.seconds", since(shared, progress.whole(shared, "preview")))
                .with("scan.seconds", scan)
                .with("scan.percentOfBytes", 100.0 * material.firstScanBytes() / material.bytes())
                .with("scan.percentOfTime", scan.flatMap(first -> seconds.map(all -> 100 * first / all)));
    }

    /** Whether there is something to see of each before there is more of one, and first that which somebody looks at. */
    private void album(Moment viewed, Direction direction) {
        Optional<Moment> lastPreview = last(progress.shared().stream().map(photo -> progress.whole(photo, "preview")));
        Stream<Moment> onTheLine = direction == Direction.UP
                ? progress.sender().all("photo-sent")
                : progress.receiver().all("photo-received");
        Optional<Moment> secondScan = onTheLine
                .filter(piece -> piece.has("rendition", "working") && end(piece) >= material.secondScanBytes())
                .filter(piece -> progress.shared().stream()
                        .anyMatch(photo -> Progress.of(photo).test(piece)))
                .min(Comparator.comparingLong(Moment::at));
        Optional<Moment> other = progress.shared().stream()
                .filter(photo -> !Progress.of(viewed).test(photo))
                .flatMap(photo -> progress.stored(photo).stream())
                .min(Comparator.comparingLong(Moment::at));
        figures.with("album.previewsSeconds", since(viewed, lastPreview))
                .with("album.secondScanSeconds", since(viewed, secondScan))
                .with("album.otherSeconds", since(viewed, other));
    }

    /** Empty if one of them is. */
    private static Optional<Moment> last(Stream<Optional<Moment>> moments) {
        return moments.reduce((one, other) ->
                        one.flatMap(first -> other.map(second -> first.at() - second.at() > 0 ? first : second)))
                .flatMap(moment -> moment);
    }

    static long end(Moment piece) {
        return piece.number("offset") + piece.number("bytes");
    }

    private static Optional<Double> since(Moment shared, Optional<Moment> later) {
        return later.map(moment -> (moment.at() - shared.at()) / 1e9);
    }
}
