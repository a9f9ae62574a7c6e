package io.pinhole.relay.photo;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.CallId;
import io.pinhole.relay.fixture.ManualExecutor;
import io.pinhole.relay.store.PhotoStore;
import io.pinhole.relay.store.StoreException;
import io.pinhole.relay.store.StoredPhoto;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/** A store whose writes are durable when a test says so, and that is asked by the owner's thread only. */
final class ManualStore implements PhotoStore {

    private record Write(CompletableFuture<Void> future, Runnable effect) {}

    private final ManualExecutor owner;
    private final Queue<Write> writes = new ArrayDeque<>();
    private final Map<BlockKey, byte[]> blocks = new HashMap<>();
    private StoredPhoto last;
    private int reads;
    private boolean failing;

    ManualStore(ManualExecutor owner) {
        this.owner = owner;
    }

    /** What waits becomes durable, one after another; futures complete on the store's thread, not the owner's. */
    void commit() {
        while (!writes.isEmpty()) {
            commitOne();
        }
    }

    /** The write that waits longest. */
    void commitOne() {
        Write write = writes.remove();
        if (failing) {
            write.future.completeExceptionally(new StoreException("planted"));
        } else {
            write.effect.run();
            write.future.complete(null);
        }
        owner.turn();
    }

    void fail() {
        failing = true;
        commit();
    }

    /** Only the write that waits longest. */
    void failOne() {
        failing = true;
        commitOne();
        failing = false;
    }

    /** What comes from now on is kept again. */
    void mend() {
        failing = false;
    }

    byte[] block(BlockKey key) {
        return blocks.get(key);
    }

    /** As the photo was last written. */
    StoredPhoto last() {
        return last;
    }

    void has(BlockKey key, byte[] block) {
        blocks.put(key, block);
    }

    /** How often a block was read. */
    int reads() {
        return reads;
    }

    int waiting() {
        return writes.size();
    }

    @Override
    public CompletableFuture<Void> add(CallId call, StoredPhoto photo) {
        return write(() -> last = photo);
    }

    @Override
    public CompletableFuture<Void> update(CallId call, StoredPhoto photo) {
        return write(() -> last = photo);
    }

    @Override
    public CompletableFuture<Void> writeBlock(BlockKey key, byte[] bytes) {
        return write(() -> blocks.put(key, bytes));
    }

    @Override
    public CompletableFuture<byte[]> readBlock(BlockKey key) {
        reads++;
        byte[] block = blocks.get(key);
        return block == null || failing
                ? CompletableFuture.failedFuture(new StoreException("no block " + key))
                : CompletableFuture.completedFuture(block);
    }

    private CompletableFuture<Void> write(Runnable effect) {
        assertThat(owner.isTurning()).as("asked by the owner's thread").isTrue();
        CompletableFuture<Void> future = new CompletableFuture<>();
        writes.add(new Write(future, effect));
        return future;
    }
}
