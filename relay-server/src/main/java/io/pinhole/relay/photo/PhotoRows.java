package io.pinhole.relay.photo;

import io.pinhole.protocol.frame.CallId;
import io.pinhole.relay.store.StoredPhoto;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees what is known of a call's photos, all but their bytes, into the store. While the store has no room or no time it
 * tries again each second, as {@link BlockWriter} does. Owned by the call's thread.
 */
final class PhotoRows {

    private static final Logger LOG = LoggerFactory.getLogger(PhotoRows.class);

    private final CallId call;
    private final PhotoShelf shelf;
    private final ScheduledExecutorService owner;
    private boolean ended;

    PhotoRows(CallId call, PhotoShelf shelf, ScheduledExecutorService owner) {
        this.call = call;
        this.shelf = shelf;
        this.owner = owner;
    }

    void add(Photo photo, StoredPhoto stored) {
        write(photo, () -> shelf.store().add(call, stored));
    }

    /** As it is then. */
    void save(Photo photo) {
        write(photo, () -> shelf.store().update(call, photo.toStored()));
    }

    /** The call is over: nothing is tried again. */
    void end() {
        ended = true;
    }

    private void write(Photo photo, Supplier<CompletableFuture<Void>> write) {
        write.get().whenCompleteAsync((done, failure) -> written(photo, write, failure), owner);
    }

    private void written(Photo photo, Supplier<CompletableFuture<Void>> write, @Nullable Throwable failure) {
        if (failure == null) {
            if (photo.state().isOver()) {
                shelf.finished().run();
            }
        } else if (!ended) {
            LOG.warn("photo {} of call {} will be tried again: {}", photo.id(), call, failure.getMessage());
            owner.schedule(() -> again(photo, write), BlockWriter.AGAIN_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void again(Photo photo, Supplier<CompletableFuture<Void>> write) {
        if (!ended) {
            write(photo, write);
        }
    }
}
