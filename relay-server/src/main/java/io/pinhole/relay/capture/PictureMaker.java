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
import java.util.Comparator;

/** Makes the flattened picture of one capture from what the store has of it. Blocks: for the studio's thread. */
final class PictureMaker {

    private final CaptureStore store;

    PictureMaker(CaptureStore store) {
        this.store = store;
    }

    /**
     * Draws the pinned widgets on the best rendition that is complete, and keeps the picture.
     *
     * @throws UnreadablePictureException if no rendition is complete, or the best one cannot be decoded
     * @throws java.util.concurrent.CompletionException if the store cannot do its part
     */
    void make(StoredCapture capture) throws UnreadablePictureException {
        StoredRendition best = store.renditions(capture.id()).join().stream()
                .filter(rendition -> rendition.complete() && rendition.rendition() != Rendition.PREVIEW)
                .max(Comparator.comparing(StoredRendition::rendition))
                .orElseThrow(() -> new UnreadablePictureException("no rendition of the photo became complete"));
        Flattened flat = Flattener.flatten(
                new StoredPhotoStream(
                        block -> store.readPhoto(capture.id(), best.rendition(), block).join(), best.size()),
                widgets(capture).inDrawingOrder());
        Picture picture = new Picture(
                best.rendition(), flat.width(), flat.height(), flat.jpeg().length, Sha256.of(flat.jpeg()));
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
