package io.pinhole.relay.photo;

import io.pinhole.protocol.jpeg.Landmarks;
import io.pinhole.relay.store.PhotoStore;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The bytes of one rendition, which exist once: blocks that are not yet durable here, durable ones in the store behind
 * the {@link BlockCache}. Written by the call's thread alone; read by the threads of all viewers' links.
 */
final class PhotoBytes {

    static final int BLOCK = PhotoStore.BLOCK_BYTES;

    private final RenditionKey key;
    private final BlockCache cache;
    private final AtomicReferenceArray<byte[]> pending;
    private final long size;
    private volatile long readable;
    private volatile Landmarks landmarks;
    private volatile long firstScan;

    /** @param durable bytes from the start that the store already has */
    PhotoBytes(RenditionKey key, BlockCache cache, long size, long durable) {
        this.key = key;
        this.cache = cache;
        this.size = size;
        this.pending = new AtomicReferenceArray<>((int) ((size + BLOCK - 1) / BLOCK));
        this.readable = durable;
        this.landmarks = Landmarks.unknown(size);
    }

    /** Bytes in all, as offered. */
    long size() {
        return size;
    }

    /** Bytes from the start that readers may have. */
    long readable() {
        return readable;
    }

    /** Where its stages meet, as far as is known; enough for what is readable, unless it was stored in an earlier life. */
    Landmarks landmarks() {
        return landmarks;
    }

    void landmarks(Landmarks found) {
        landmarks = found;
    }

    /** Where the first scan ends; 0 while that is not known, as of photos that came before the relay was started. */
    long firstScan() {
        return firstScan;
    }

    void firstScan(long end) {
        firstScan = end;
    }

    /** The block with this index, as far as it is readable; at once if it is in memory. Any thread. */
    CompletableFuture<byte[]> block(int index) {
        byte[] block = pending.get(index);
        if (block != null) {
            return CompletableFuture.completedFuture(block);
        }
        boolean whole = readable >= Math.min(size, (index + 1L) * BLOCK);
        return whole ? cache.get(key.block(index)) : cache.read(key.block(index));
    }

    /**
     * The block that a writer at this offset goes on with. Its earlier bytes must be in memory: see {@link #restore}.
     */
    byte[] writable(long offset) {
        int index = (int) (offset / BLOCK);
        byte[] block = pending.get(index);
        if (block == null) {
            block = new byte[(int) Math.min(BLOCK, size - (long) index * BLOCK)];
            pending.set(index, block);
        }
        return block;
    }

    /** Puts a partly filled durable block back into memory, so that it can be written on. */
    void restore(int index, byte[] content) {
        byte[] block = new byte[(int) Math.min(BLOCK, size - (long) index * BLOCK)];
        System.arraycopy(content, 0, block, 0, content.length);
        pending.set(index, block);
    }

    /** Lets readers have everything up to here; what they see was written before. */
    void publish(long upTo) {
        readable = upTo;
    }

    /** A whole block is durable: from now on the cache has it, or the store. */
    void settled(int index) {
        byte[] block = pending.get(index);
        if (block != null) {
            cache.put(key.block(index), block);
            pending.set(index, null);
        }
    }

    /** Nobody will read this any more: what is not durable is let go. */
    void forget() {
        for (int i = 0; i < pending.length(); i++) {
            pending.set(i, null);
        }
    }
}
