package io.pinhole.relay.annotation.model;

import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.relay.store.OperationStore;
import io.pinhole.relay.store.StoredHeads;
import io.pinhole.relay.store.StoredLog;
import io.pinhole.relay.store.StoredOperation;
import io.pinhole.relay.store.StoredSnapshot;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A store that says that it is done before it is. */
record HastyStore(OperationStore store) implements OperationStore {

    @Override
    public CompletableFuture<Void> append(CallId call, List<StoredOperation> operations) {
        store.append(call, operations);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<StoredHeads> heads(CallId call) {
        return store.heads(call);
    }

    @Override
    public CompletableFuture<StoredLog> load(CallId call, PhotoId photo) {
        return store.load(call, photo);
    }

    @Override
    public CompletableFuture<List<StoredOperation>> after(CallId call, PhotoId photo, long revision, int limit) {
        return store.after(call, photo, revision, limit);
    }

    @Override
    public CompletableFuture<List<StoredOperation>> decided(CallId call, long writer, long firstSeq, int limit) {
        return store.decided(call, writer, firstSeq, limit);
    }

    @Override
    public CompletableFuture<Void> saveSnapshot(CallId call, PhotoId photo, StoredSnapshot snapshot) {
        return store.saveSnapshot(call, photo, snapshot);
    }
}
