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

    /** One write, until it has succeeded. */
    private static final class Row {
        private final Photo photo;
        private final Supplier<CompletableFuture<Void>> attempt;
        private final CompletableFuture<Void> durable = new CompletableFuture<>();

        Row(Photo photo, Supplier<CompletableFuture<Void>> attempt) {
            this.photo = photo;
            this.attempt = attempt;
        }
    }

    PhotoRows(CallId call, PhotoShelf shelf, ScheduledExecutorService owner) {
        this.call = call;
        this.shelf = shelf;
        this.owner = owner;
    }

    void add(Photo photo, StoredPhoto stored) {
        write(new Row(photo, () -> shelf.store().add(call, stored)));
    }

    /**
     * As it is when it is written.
     *
     * @return completed on the call's thread: when it is durable, or exceptionally if the call ended before
     */
    CompletableFuture<Void> save(Photo photo) {
        Row row = new Row(photo, () -> shelf.store().update(call, photo.toStored()));
        write(row);
        return row.durable;
    }

    /** The call is over: nothing is tried again. */
    void end() {
        ended = true;
    }

    private void write(Row row) {
        row.attempt.get().whenCompleteAsync((done, failure) -> written(row, failure), owner);
    }

    private void written(Row row, @Nullable Throwable failure) {
        if (failure == null) {
            row.durable.complete(null);
            if (row.photo.state().isOver()) {
                shelf.finished().run();
            }
        } else if (ended) {
            row.durable.completeExceptionally(failure);
        } else {
            LOG.warn("photo {} of call {} will be tried again: {}", row.photo.id(), call, failure.getMessage());
            owner.schedule(() -> again(row, failure), BlockWriter.AGAIN_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void again(Row row, Throwable failure) {
        if (ended) {
            row.durable.completeExceptionally(failure);
        } else {
            write(row);
        }
    }
}
