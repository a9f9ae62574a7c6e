package io.pinhole.relay.store.jdbc;

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
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Captures on SQL. */
final class JdbcCaptureStore implements CaptureStore {

    /** Roughly what a write without a picture holds in memory. */
    private static final int SMALL = 1_024;

    private final GroupCommit writer;
    private final Reader reader;
    private final long term;

    JdbcCaptureStore(GroupCommit writer, Reader reader, long term) {
        this.writer = writer;
        this.reader = reader;
        this.term = term;
    }

    @Override
    public CompletableFuture<Saved> save(CallId call, NewCapture capture) {
        return new CaptureSaving(call, capture, reader, term).run(writer);
    }

    @Override
    public CompletableFuture<Void> finish(CaptureId capture, Picture picture, byte[] jpeg) {
        if (picture.size() != jpeg.length) {
            return CompletableFuture.failedFuture(
                    new StoreException("a picture of " + jpeg.length + " bytes is said to have " + picture.size()));
        }
        return writer.submit(
                tables -> {
                    Optional<Long> pending = tables.captures().pending(capture);
                    if (pending.isPresent()) {
                        putPicture(tables, pending.get(), jpeg);
                        tables.captures().setReady(pending.get(), picture);
                    }
                    return null;
                },
                jpeg.length + SMALL);
    }

    private static void putPicture(Tables tables, long capture, byte[] jpeg) throws SQLException {
        for (int start = 0; start < jpeg.length; start += PhotoStore.BLOCK_BYTES) {
            byte[] block = Arrays.copyOfRange(jpeg, start, Math.min(start + PhotoStore.BLOCK_BYTES, jpeg.length));
            tables.captureBlocks().insert(capture, start / PhotoStore.BLOCK_BYTES, block);
        }
    }

    @Override
    public CompletableFuture<Void> fail(CaptureId capture, String reason) {
        return writer.submit(
                tables -> {
                    Optional<Long> pending = tables.captures().pending(capture);
                    if (pending.isPresent()) {
                        tables.captures().setFailed(pending.get(), reason);
                    }
                    return null;
                },
                SMALL);
    }

    @Override
    public CompletableFuture<Optional<StoredCapture>> find(CaptureId capture) {
        return reader.submit(tables -> tables.captures().find(capture));
    }

    @Override
    public CompletableFuture<List<StoredCapture>> due(int limit) {
        return reader.submit(tables -> tables.captures().due(limit));
    }

    @Override
    public CompletableFuture<List<StoredCapture>> list(Optional<CallId> call, Optional<CaptureId> before, int limit) {
        return reader.submit(tables -> {
            long below = before.isPresent() ? tables.captures().seq(before.get()) : Long.MAX_VALUE;
            return call.isPresent()
                    ? tables.captures().below(below, call.get(), limit)
                    : tables.captures().below(below, limit);
        });
    }

    @Override
    public CompletableFuture<StoredSnapshot> widgets(CaptureId capture) {
        return reader.submit(tables -> tables.captures().widgets(capture));
    }

    @Override
    public CompletableFuture<List<StoredRendition>> renditions(CaptureId capture) {
        return reader.submit(
                tables -> tables.renditions().ofPhoto(tables.captures().photo(capture)));
    }

    @Override
    public CompletableFuture<byte[]> readPhoto(CaptureId capture, Rendition rendition, int index) {
        return reader.submit(tables -> tables.blocks()
                .find(tables.captures().photo(capture), rendition, index)
                .orElseThrow(() -> noBlock(index, rendition + " of the photo of", capture)));
    }

    @Override
    public CompletableFuture<byte[]> readPicture(CaptureId capture, int index) {
        return reader.submit(tables -> tables.captureBlocks()
                .find(tables.captures().seq(capture), index)
                .orElseThrow(() -> noBlock(index, "the picture of", capture)));
    }

    private static StoreException noBlock(int index, String of, CaptureId capture) {
        return new StoreException("there is no block " + index + " of " + of + " capture " + capture);
    }
}
