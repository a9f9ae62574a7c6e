package io.pinhole.relay.store;

import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Rendition;
import java.util.concurrent.CompletableFuture;

/**
 * Remembers photos and their bytes, in blocks of {@value #BLOCK_BYTES}. Futures, order and refusals are those of
 * {@link CallStore}.
 */
public interface PhotoStore {

    int BLOCK_BYTES = 64 * 1024;

    /** Where a block belongs. */
    record BlockKey(CallId call, PhotoId photo, Rendition rendition, int index) {}

    /** Adds a photo; its renditions start with nothing stored. */
    CompletableFuture<Void> add(CallId call, StoredPhoto photo);

    /** Replaces title, times, published, state and the {@code complete} of each rendition given. */
    CompletableFuture<Void> update(CallId call, StoredPhoto photo);

    /**
     * Writes or replaces one block and moves the rendition's stored offset to the end of it, in one transaction.
     * Fails if that would leave a gap or go beyond the offered size.
     *
     * @param bytes the block from its start: full, or the last so far; not to be changed until the future completes
     */
    CompletableFuture<Void> writeBlock(BlockKey key, byte[] bytes);

    /** A block as last written, also after the call has ended. Fails with a {@link StoreException} if there is none. */
    CompletableFuture<byte[]> readBlock(BlockKey key);
}
