package io.pinhole.relay.api;

import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.CaptureId;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.relay.store.CaptureStore;
import io.pinhole.relay.store.NewCapture;
import io.pinhole.relay.store.PhotoStore;
import io.pinhole.relay.store.Picture;
import io.pinhole.relay.store.StoreException;
import io.pinhole.relay.store.StoredCapture;
import io.pinhole.relay.store.StoredRendition;
import io.pinhole.relay.store.StoredSnapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Captures in memory, read on a thread of its own, that counts what is read and fails when a test says so. */
final class MemoryCaptures implements CaptureStore, AutoCloseable {

    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final List<StoredCapture> oldestFirst = new CopyOnWriteArrayList<>();
    private final Map<CaptureId, StoredSnapshot> widgets = new ConcurrentHashMap<>();
    private final Map<CaptureId, List<StoredRendition>> renditions = new ConcurrentHashMap<>();
    private final Map<CaptureId, byte[]> pictures = new ConcurrentHashMap<>();
    private final Map<Rendition, byte[]> files = new ConcurrentHashMap<>();
    private final AtomicInteger blocksRead = new AtomicInteger();
    private volatile int failingFromBlock = Integer.MAX_VALUE;
    private volatile boolean isFailing;

    void add(StoredCapture capture) {
        oldestFirst.add(capture);
    }

    void addPicture(CaptureId capture, byte[] jpeg) {
        pictures.put(capture, jpeg);
    }

    void addWidgets(CaptureId capture, StoredSnapshot snapshot) {
        widgets.put(capture, snapshot);
    }

    /** All captures that have this rendition have it with these bytes. */
    void addFile(Rendition rendition, byte[] file) {
        files.put(rendition, file);
    }

    void addRenditions(CaptureId capture, StoredRendition... all) {
        renditions.put(capture, List.of(all));
    }

    int blocksRead() {
        return blocksRead.get();
    }

    void failing(boolean fails) {
        isFailing = fails;
    }

    void failingFromBlock(int index) {
        failingFromBlock = index;
    }

    @Override
    public CompletableFuture<Optional<StoredCapture>> find(CaptureId capture) {
        return read(() ->
                oldestFirst.stream().filter(each -> each.id().equals(capture)).findFirst());
    }

    @Override
    public CompletableFuture<List<StoredCapture>> list(Optional<CallId> call, Optional<CaptureId> before, int limit) {
        return read(() -> {
            List<StoredCapture> page = new ArrayList<>();
            boolean isOlder = before.isEmpty();
            for (int i = oldestFirst.size() - 1; i >= 0 && page.size() < limit; i--) {
                StoredCapture capture = oldestFirst.get(i);
                if (isOlder && (call.isEmpty() || call.get().equals(capture.call()))) {
                    page.add(capture);
                }
                isOlder |= before.isPresent() && capture.id().equals(before.get());
            }
            if (!isOlder) {
                throw new StoreException("there is no capture " + before.orElseThrow());
            }
            return page;
        });
    }

    @Override
    public CompletableFuture<StoredSnapshot> widgets(CaptureId capture) {
        return read(() -> widgets.getOrDefault(capture, StoredSnapshot.EMPTY));
    }

    @Override
    public CompletableFuture<List<StoredRendition>> renditions(CaptureId capture) {
        return read(() -> renditions.getOrDefault(capture, List.of()));
    }

    @Override
    public CompletableFuture<byte[]> readPhoto(CaptureId capture, Rendition rendition, int index) {
        return readBlock(files.get(rendition), index);
    }

    @Override
    public CompletableFuture<byte[]> readPicture(CaptureId capture, int index) {
        return readBlock(pictures.get(capture), index);
    }

    private CompletableFuture<byte[]> readBlock(byte[] file, int index) {
        blocksRead.incrementAndGet();
        return read(() -> {
            if (index >= failingFromBlock) {
                throw new StoreException("the disk is gone");
            }
            int start = index * PhotoStore.BLOCK_BYTES;
            return Arrays.copyOfRange(file, start, Math.min(start + PhotoStore.BLOCK_BYTES, file.length));
        });
    }

    private <T> CompletableFuture<T> read(Supplier<T> reading) {
        CompletableFuture<T> future = new CompletableFuture<>();
        thread.execute(() -> {
            try {
                if (isFailing) {
                    throw new StoreException("the disk is gone");
                }
                future.complete(reading.get());
            } catch (RuntimeException e) {
                future.completeExceptionally(e);
            }
        });
        return future;
    }

    @Override
    public CompletableFuture<Saved> save(CallId call, NewCapture capture) {
        throw new UnsupportedOperationException("the API does not write");
    }

    @Override
    public CompletableFuture<Void> finish(CaptureId capture, Picture picture, byte[] jpeg) {
        throw new UnsupportedOperationException("the API does not write");
    }

    @Override
    public CompletableFuture<Void> fail(CaptureId capture, String reason) {
        throw new UnsupportedOperationException("the API does not write");
    }

    @Override
    public CompletableFuture<List<StoredCapture>> due(int limit) {
        throw new UnsupportedOperationException("the API draws nothing");
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
