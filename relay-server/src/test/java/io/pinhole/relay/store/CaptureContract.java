package io.pinhole.relay.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pinhole.protocol.frame.CaptureId;
import io.pinhole.protocol.frame.CaptureName;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.frame.Sha256;
import io.pinhole.relay.store.CaptureStore.Saved;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;

/** What the contract tests of captures share: a photo with a log, and ways to save it. */
public abstract class CaptureContract extends StoreContract {

    protected static final int REVISIONS = 40;

    protected final StoredPhoto photo = photo(1, working(10));
    protected final DrawnLog log = DrawnLog.upTo(REVISIONS, photo, 7);

    @BeforeEach
    void aPhotoThatWasDrawnOn() throws Exception {
        opened();
        get(photos().add(CALL, photo));
        get(operations().append(CALL, log.operations()));
    }

    protected final NewCapture capture(String name, long revision) {
        return capture(CaptureId.random(), name, photo, revision);
    }

    protected static NewCapture capture(CaptureId id, String name, StoredPhoto photo, long revision) {
        return new NewCapture(id, new CaptureName(name), photo.id(), photo.epoch(), revision, new PersonId("ada"), NOW);
    }

    protected final StoredCapture saved(NewCapture capture) throws Exception {
        return ((Saved.Kept) get(captures().save(CALL, capture))).capture();
    }

    protected final CaptureId saved(String name) throws Exception {
        return saved(capture(name, 0)).id();
    }

    protected static Picture picture(byte[] jpeg) {
        return new Picture(Rendition.WORKING, 1600, 1200, jpeg.length, Sha256.of(jpeg));
    }

    protected static byte[] jpeg(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    protected static void refused(CompletableFuture<?> future, String message) {
        assertThatThrownBy(() -> get(future.exceptionally(failure -> {
                    throw (StoreException) failure; // as it is, in nothing else
                })))
                .hasCauseInstanceOf(StoreException.class)
                .hasMessageContaining(message);
    }
}
