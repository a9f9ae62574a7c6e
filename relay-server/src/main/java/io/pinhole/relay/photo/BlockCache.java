package io.pinhole.relay.photo;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.pinhole.relay.store.PhotoStore;
import io.pinhole.relay.store.PhotoStore.BlockKey;
import java.util.concurrent.CompletableFuture;

/**
 * Durable blocks of photos that somebody read lately, for all calls. Holds only what the store has: evicting is always
 * safe, and a failed load is not remembered. Any thread.
 */
public final class BlockCache {

    private final AsyncCache<BlockKey, byte[]> blocks;
    private final PhotoStore store;

    public BlockCache(PhotoStore store, long maxBytes) {
        this.store = store;
        this.blocks = Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .weigher((BlockKey key, byte[] block) -> block.length)
                .buildAsync();
    }

    CompletableFuture<byte[]> get(BlockKey key) {
        return blocks.get(key, (k, executor) -> store.readBlock(k));
    }

    /** Past the cache: for a block that may still grow. */
    CompletableFuture<byte[]> read(BlockKey key) {
        return store.readBlock(key);
    }

    void put(BlockKey key, byte[] block) {
        blocks.put(key, CompletableFuture.completedFuture(block));
    }
}
