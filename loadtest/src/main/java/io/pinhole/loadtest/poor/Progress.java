package io.pinhole.loadtest.poor;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** How far the photos of a run are, by what both people wrote down. */
record Progress(Diary sender, Diary receiver) {

    /** The title of the file on which notes are written; it is none of the photos. */
    static final String SHEET = "sheet";

    /** What the sender shared, in order. */
    List<Moment> shared() {
        return sender.all("shared")
                .filter(moment -> !moment.has("title", SHEET))
                .toList();
    }

    /** The photo that is looked at: the second, or the only one. */
    Optional<Moment> viewed() {
        List<Moment> shared = shared();
        return shared.isEmpty() ? Optional.empty() : Optional.of(shared.get(Math.min(1, shared.size() - 1)));
    }

    /** Whether the sheet has come to the receiver. */
    boolean hasSheet() {
        return receiver.all("photo").anyMatch(moment -> moment.has("title", SHEET));
    }

    /** Whether that photo is in the receiver's list. */
    boolean isListed(Moment shared) {
        return receiver.all("photo").anyMatch(of(shared));
    }

    /** When the receiver had it. */
    Optional<Moment> whole(Moment shared, String rendition) {
        return receiver.first("photo-complete", of(shared).and(moment -> moment.has("rendition", rendition)));
    }

    /** When it was at the relay, or even farther. */
    Optional<Moment> stored(Moment shared) {
        return sender.first("share-stored", of(shared)).or(() -> whole(shared, "working"));
    }

    /** The pieces that came, without those of the preview. */
    Stream<Moment> pieces(Moment shared) {
        return receiver.all("photo-received").filter(of(shared)).filter(moment -> moment.has("rendition", "working"));
    }

    static Predicate<Moment> of(Moment shared) {
        return moment -> moment.has("photo", shared.text("photo"));
    }

    /** Whether all has come that was said until then, or something that was said later. */
    boolean hasHeard(long moment) {
        long last = sender.all("voice-sent")
                .filter(said -> said.number("due") - moment < 0)
                .mapToLong(said -> said.number("seq"))
                .max()
                .orElse(0);
        return receiver.first("voice-received", heard -> heard.number("seq") >= last)
                .isPresent();
    }

    /** Whether so many photos have been shared, and all are where they are wanted. */
    boolean isDone(int photos) {
        List<Moment> shared = shared();
        return shared.size() == photos
                && viewed().flatMap(photo -> whole(photo, "working")).isPresent()
                && shared.stream()
                        .allMatch(photo -> photos == 1 || stored(photo).isPresent());
    }
}
