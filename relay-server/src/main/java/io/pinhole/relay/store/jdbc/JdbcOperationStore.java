package io.pinhole.relay.store.jdbc;

import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.relay.store.OperationStore;
import io.pinhole.relay.store.StoreException;
import io.pinhole.relay.store.StoredHeads;
import io.pinhole.relay.store.StoredLog;
import io.pinhole.relay.store.StoredOperation;
import io.pinhole.relay.store.StoredSnapshot;
import io.pinhole.relay.store.jdbc.CallTable.CallRow;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Operations on SQL. */
final class JdbcOperationStore implements OperationStore {

    /** Roughly what a row holds in memory besides its bytes. */
    private static final int ROW = 256;

    private final GroupCommit writer;
    private final Reader reader;
    private final long term;

    JdbcOperationStore(GroupCommit writer, Reader reader, long term) {
        this.writer = writer;
        this.reader = reader;
        this.term = term;
    }

    @Override
    public CompletableFuture<Void> append(CallId call, List<StoredOperation> operations) {
        List<StoredOperation> kept = List.copyOf(operations);
        return writer.submit(
                tables -> {
                    long owner = tables.calls().owned(call, term).seq();
                    for (StoredOperation operation : kept) {
                        insert(tables, owner, operation);
                    }
                    return null;
                },
                kept.stream().mapToInt(operation -> operation.bytes() + ROW).sum());
    }

    private static void insert(Tables tables, long call, StoredOperation operation) throws SQLException {
        long photo = tables.photos().seq(call, operation.photo());
        tables.writers().bind(call, operation.writer(), operation.person());
        tables.operations().insert(call, photo, operation);
        if (!operation.isRefused()) {
            tables.photos().touch(photo, operation.time());
        }
    }

    @Override
    public CompletableFuture<StoredHeads> heads(CallId call) {
        return reader.submit(tables -> {
            Optional<CallRow> row = tables.calls().running(call);
            return row.isEmpty()
                    ? new StoredHeads(Map.of(), Map.of())
                    : new StoredHeads(
                            tables.writers().of(row.get().seq()),
                            tables.operations().revisions(row.get().seq()));
        });
    }

    @Override
    public CompletableFuture<StoredLog> load(CallId call, PhotoId photo) {
        return reader.submit(tables -> {
            long seq = seq(tables, call, photo);
            StoredSnapshot snapshot = tables.snapshots().find(seq).orElse(StoredSnapshot.EMPTY);
            return new StoredLog(snapshot, tables.operations().after(seq, snapshot.revision(), Integer.MAX_VALUE));
        });
    }

    @Override
    public CompletableFuture<List<StoredOperation>> after(CallId call, PhotoId photo, long revision, int limit) {
        return reader.submit(tables -> tables.operations().after(seq(tables, call, photo), revision, limit));
    }

    @Override
    public CompletableFuture<List<StoredOperation>> decided(CallId call, long author, long firstSeq, int limit) {
        return reader.submit(tables -> {
            CallRow row = tables.calls()
                    .running(call)
                    .orElseThrow(() -> new StoreException("call " + call + " is not running"));
            return tables.operations().decided(row.seq(), author, firstSeq, limit);
        });
    }

    @Override
    public CompletableFuture<Void> saveSnapshot(CallId call, PhotoId photo, StoredSnapshot snapshot) {
        return writer.submit(
                tables -> {
                    long owner = tables.calls().owned(call, term).seq();
                    tables.snapshots().put(tables.photos().seq(owner, photo), snapshot);
                    return null;
                },
                snapshot.widgets().stream()
                        .mapToInt(widget -> widget.getSerializedSize() + ROW)
                        .sum());
    }

    private static long seq(Tables tables, CallId call, PhotoId photo) throws SQLException {
        return tables.photos()
                .seq(call, photo)
                .orElseThrow(() -> new StoreException("there is no photo " + photo + " in call " + call));
    }
}
