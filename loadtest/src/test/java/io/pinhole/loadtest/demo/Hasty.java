package io.pinhole.loadtest.demo;

import io.pinhole.protocol.frame.Deltas;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.ServerFrame;
import io.pinhole.relay.RelayServer.Seams;
import io.pinhole.relay.call.Delivery;
import io.pinhole.relay.store.NewCapture;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A relay that saves photos as they are by then, whatever the saver saw. Any thread. */
final class Hasty implements Delivery {

    private final SeenPhotos photos = new SeenPhotos();
    private final Map<PhotoId, Long> newest = new ConcurrentHashMap<>();

    private Hasty() {}

    static Seams seams() {
        Hasty hasty = new Hasty();
        return Seams.NONE.with(hasty).withCaptures(store -> new ChangedCaptures(store, hasty::asOfNow));
    }

    @Override
    public Optional<ServerFrame> of(PersonId to, ServerFrame frame) {
        photos.see(frame);
        if (frame instanceof Deltas deltas) {
            photos.photo(deltas.photo()).ifPresent(photo -> newest.merge(photo, deltas.upTo(), Math::max));
        }
        return Optional.of(frame);
    }

    private NewCapture asOfNow(NewCapture capture) {
        long revision = newest.getOrDefault(capture.photo(), capture.revision());
        return new NewCapture(
                capture.id(),
                capture.name(),
                capture.photo(),
                capture.epoch(),
                revision,
                capture.by(),
                capture.created());
    }
}
