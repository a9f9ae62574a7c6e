package io.pinhole.relay.capture;

import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.frame.Sha256;
import io.pinhole.protocol.widget.WidgetState;
import io.pinhole.relay.capture.picture.Flattened;
import io.pinhole.relay.capture.picture.Flattener;
import io.pinhole.relay.capture.picture.UnreadablePictureException;
import io.pinhole.relay.store.CaptureStore;
import io.pinhole.relay.store.Picture;
import io.pinhole.relay.store.StoreException;
import io.pinhole.relay.store.StoredCapture;
import io.pinhole.relay.store.StoredRendition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.Optional;

/** Makes the flattened picture of one capture from what the store has of it. Blocks: for the studio's thread. */
final class PictureMaker {

    private final CaptureStore store;
    private final Flattener flattener = new Flattener();

    PictureMaker(CaptureStore store) {
        this.store = store;
    }

    /**
     * Draws the pinned widgets on the best rendition that is complete, and keeps the picture.
     *
     * @return why there will be none, if the photo is the reason
     * @throws java.util.concurrent.CompletionException if the store cannot do its part
     */
    Optional<String> make(StoredCapture capture) {
        Optional<StoredRendition> best = store.renditions(capture.id()).join().stream()
                .filter(rendition -> rendition.complete() && rendition.rendition() != Rendition.PREVIEW)
                .max(Comparator.comparing(StoredRendition::rendition));
        if (best.isEmpty()) {
            return Optional.of("no rendition of the photo became complete");
        }
        try {
            draw(capture, best.get());
            return Optional.empty();
        } catch (UnreadablePictureException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void draw(StoredCapture capture, StoredRendition best) throws UnreadablePictureException, IOException {
        Flattened flat = flattener.flatten(
                new StoredPhotoBytes(
                        block -> store.readPhoto(capture.id(), best.rendition(), block)
                                .join(),
                        best.size()),
                widgets(capture).inDrawingOrder());
        Picture picture =
                new Picture(best.rendition(), flat.width(), flat.height(), flat.jpeg().length, Sha256.of(flat.jpeg()));
        store.finish(capture.id(), picture, flat.jpeg()).join();
    }

    private WidgetState widgets(StoredCapture capture) {
        try {
            return WidgetState.fromSnapshot(store.widgets(capture.id()).join().widgets());
        } catch (RefusedException e) {
            throw new StoreException("a stored capture holds what can never have been accepted", e);
        }
    }
}
