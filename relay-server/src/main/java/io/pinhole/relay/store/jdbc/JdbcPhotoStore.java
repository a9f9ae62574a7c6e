package io.pinhole.relay.store.jdbc;

import io.pinhole.protocol.frame.CallId;
import io.pinhole.relay.store.PhotoStore;
import io.pinhole.relay.store.StoreException;
import io.pinhole.relay.store.StoredPhoto;
import io.pinhole.relay.store.StoredRendition;
import io.pinhole.relay.store.jdbc.RenditionTable.Progress;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;

/** Photos and their bytes on SQL. */
final class JdbcPhotoStore implements PhotoStore {

    /** Roughly what a write without photo bytes holds in memory. */
    private static final int SMALL = 1_024;

    private final GroupCommit writer;
    private final Reader reader;
    private final long term;

    JdbcPhotoStore(GroupCommit writer, Reader reader, long term) {
        this.writer = writer;
        this.reader = reader;
        this.term = term;
    }

    @Override
    public CompletableFuture<Void> add(CallId call, StoredPhoto photo) {
        return writer.submit(
                tables -> {
                    long owner = tables.calls().owned(call, term).seq();
                    long seq = tables.photos().insert(owner, photo);
                    for (StoredRendition rendition : photo.renditions()) {
                        tables.renditions().insert(seq, rendition);
                    }
                    return null;
                },
                SMALL);
    }

    @Override
    public CompletableFuture<Void> update(CallId call, StoredPhoto photo) {
        return writer.submit(
                tables -> {
                    long owner = tables.calls().owned(call, term).seq();
                    long seq = tables.photos().seq(owner, photo.id());
                    tables.photos().update(seq, photo);
                    for (StoredRendition rendition : photo.renditions()) {
                        tables.renditions().setComplete(seq, rendition);
                    }
                    return null;
                },
                SMALL);
    }

    @Override
    public CompletableFuture<Void> writeBlock(BlockKey key, byte[] bytes) {
        return writer.submit(
                tables -> {
                    putBlock(tables, key, bytes);
                    return null;
                },
                bytes.length + SMALL);
    }

    private void putBlock(Tables tables, BlockKey key, byte[] bytes) throws SQLException {
        long owner = tables.calls().owned(key.call(), term).seq();
        long photo = tables.photos().seq(owner, key.photo());
        Progress progress = tables.renditions().progress(photo, key.rendition());
        long start = (long) key.index() * BLOCK_BYTES;
        long end = start + bytes.length;
        if (start < 0 || start > progress.stored() || end > progress.size() || bytes.length > BLOCK_BYTES) {
            throw new StoreException("block " + key.index() + " with " + bytes.length + " bytes does not follow "
                    + progress.stored() + " of " + progress.size() + " bytes");
        }
        tables.blocks().put(photo, key.rendition(), key.index(), bytes);
        tables.renditions().setStored(photo, key.rendition(), end);
    }

    @Override
    public CompletableFuture<byte[]> readBlock(BlockKey key) {
        return reader.submit(tables -> {
            long photo = tables.photos().seq(key.call(), key.photo()).orElseThrow(() -> noBlock(key));
            return tables.blocks().find(photo, key.rendition(), key.index()).orElseThrow(() -> noBlock(key));
        });
    }

    private static StoreException noBlock(BlockKey key) {
        return new StoreException(
                "there is no block " + key.index() + " of " + key.rendition() + " of photo " + key.photo());
    }
}
