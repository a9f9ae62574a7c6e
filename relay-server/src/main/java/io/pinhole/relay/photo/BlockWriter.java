package io.pinhole.relay.photo;

import io.pinhole.relay.store.PhotoStore;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees the blocks of one rendition into the store, in their order. While the store has no room or no time for one, it is
 * kept in memory with all that come after it and tried again each second: viewers read on meanwhile, and the uploader is
 * held back before there are many. Owned by the call's thread.
 */
final class BlockWriter implements Upload.Blocks {

    static final int AGAIN_MILLIS = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(BlockWriter.class);

    private final RenditionFile file;
    private final PhotoStore store;
    private final ScheduledExecutorService owner;
    private final Progress progress;
    private final NavigableMap<Long, Block> kept = new TreeMap<>();
    private CompletableFuture<Void> idle = CompletableFuture.completedFuture(null);
    private int onTheirWay;
    private boolean troubled;

    /** Told of each block that is durable. */
    interface Progress {

        /** @param upTo bytes from the start that are durable now */
        void durable(int index, long upTo);
    }

    private static final class Block {
        private final int index;
        private final byte[] bytes;
        private final long upTo;

        Block(int index, byte[] bytes, long upTo) {
            this.index = index;
            this.bytes = bytes;
            this.upTo = upTo;
        }
    }

    BlockWriter(RenditionFile file, PhotoStore store, ScheduledExecutorService owner, Progress progress) {
        this.file = file;
        this.store = store;
        this.owner = owner;
        this.progress = progress;
    }

    @Override
    public void ready(int index, byte[] bytes, long upTo) {
        Block block = new Block(index, bytes, upTo);
        if (kept.isEmpty()) {
            write(block);
        } else {
            kept.put(upTo, block);
        }
    }

    @Override
    public CompletableFuture<Void> idle() {
        return idle;
    }

    private void write(Block block) {
        if (idle.isDone()) {
            idle = new CompletableFuture<>();
        }
        onTheirWay++;
        store.writeBlock(file.key().block(block.index), block.bytes)
                .whenCompleteAsync((done, failure) -> written(block, failure), owner);
    }

    private void written(Block block, @Nullable Throwable failure) {
        onTheirWay--;
        boolean over = isOver(); // before the last block ends the upload
        if (over) {
            kept.clear();
        } else if (failure == null) {
            kept.headMap(block.upTo, true).clear(); // the same block, when it was not yet so full
            progress.durable(block.index, block.upTo);
        } else {
            kept.put(block.upTo, block);
            trouble(block, failure);
        }
        if (onTheirWay > 0) {
            return; // what fails of them stands before what is kept by then
        }
        if (kept.isEmpty()) {
            if (!over) {
                relief();
            }
            idle.complete(null);
        } else {
            owner.schedule(this::again, AGAIN_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void again() {
        List<Block> blocks = List.copyOf(kept.values());
        kept.clear();
        if (isOver()) {
            idle.complete(null);
        } else {
            blocks.forEach(this::write);
        }
    }

    private boolean isOver() {
        return file.upload() == null;
    }

    private void trouble(Block block, Throwable failure) {
        if (!troubled) {
            troubled = true;
            LOG.warn("block {} of {} could not be stored and will be tried again", block.index, file.key(), failure);
        }
    }

    private void relief() {
        if (troubled) {
            troubled = false;
            LOG.info("{} is stored up to {} again", file.key(), file.stored());
        }
    }
}
