package io.pinhole.loadtest.demo;

import io.pinhole.protocol.frame.Deltas;
import io.pinhole.protocol.frame.Opened;
import io.pinhole.protocol.frame.PhotoEntry;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.frame.ServerFrame;
import io.pinhole.protocol.frame.Snapshot;
import io.pinhole.protocol.frame.Welcome;
import io.pinhole.relay.call.Delivery;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Relays that do not tell all that they know of photos. */
final class Forgotten {

    private Forgotten() {}

    /** The first state of a photo that goes to somebody else than its author has no widgets. */
    static Delivery firstWidgets() {
        Set<Integer> told = new HashSet<>();
        return (to, frame) -> Optional.of(
                frame instanceof Snapshot state && !to.value().equals("operator") && told.add(state.photo())
                        ? new Snapshot(state.photo(), state.epoch(), state.upTo(), List.of())
                        : frame);
    }

    static Delivery newestWidget() {
        return (to, frame) -> Optional.of(
                to.value().equals("observer")
                                && frame instanceof Snapshot state
                                && !state.widgets().isEmpty()
                        ? new Snapshot(
                                state.photo(),
                                state.epoch(),
                                state.upTo(),
                                state.widgets().subList(0, state.widgets().size() - 1))
                        : frame);
    }

    /** On the photo in question. */
    static Delivery whatWasMissed() {
        Set<String> resumed = new HashSet<>();
        SeenPhotos photos = new SeenPhotos();
        return (to, frame) -> {
            photos.see(frame);
            if (frame instanceof Welcome welcome && welcome.resumed()) {
                resumed.add(to.value());
            }
            return Optional.of(
                    frame instanceof Deltas missed
                                    && resumed.contains(to.value())
                                    && photos.photo(missed.photo())
                                            .filter(photo -> photos.is(Shot.KEY, photo))
                                            .isPresent()
                            ? new Deltas(missed.photo(), missed.epoch(), missed.after(), missed.after(), List.of())
                            : frame);
        };
    }

    static Delivery whileArriving() {
        SeenPhotos photos = new SeenPhotos();
        return (to, frame) -> {
            photos.see(frame);
            boolean isHeldBack =
                    frame instanceof Deltas deltas && !deltas.deltas().isEmpty() && photos.isArriving(deltas.photo());
            return isHeldBack ? Optional.empty() : Optional.of(frame);
        };
    }

    static Delivery newDates() {
        Map<PhotoId, Long> dates = new HashMap<>();
        return (to, frame) -> Optional.of(
                frame instanceof PhotoEntry entry
                        ? dated(entry, dates.computeIfAbsent(entry.photo(), id -> entry.updatedMillis()))
                        : frame);
    }

    static Delivery previews() {
        return without(Rendition.PREVIEW, Set.of(Shot.values()));
    }

    static Delivery oneOriginal() {
        return without(Rendition.ORIGINAL, Set.of(Shot.THIRD));
    }

    private static Delivery without(Rendition rendition, Set<Shot> shots) {
        SeenPhotos photos = new SeenPhotos();
        return (to, frame) -> {
            photos.see(frame);
            boolean isWithheld = frame instanceof Opened opened
                    && opened.info().rendition() == rendition
                    && shots.stream().anyMatch(shot -> photos.is(shot, opened.photo()));
            return isWithheld ? Optional.empty() : Optional.<ServerFrame>of(frame);
        };
    }

    private static PhotoEntry dated(PhotoEntry entry, long updatedMillis) {
        return new PhotoEntry(
                entry.handle(),
                entry.photo(),
                entry.title(),
                entry.author(),
                entry.createdMillis(),
                updatedMillis,
                entry.state(),
                entry.width(),
                entry.height(),
                entry.renditions(),
                entry.epoch(),
                entry.revision());
    }
}
