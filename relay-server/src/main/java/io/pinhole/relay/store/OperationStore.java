package io.pinhole.relay.store;

import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.PhotoId;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Remembers every operation on the photos of a call, with its result. Futures, order and refusals are those of
 * {@link CallStore}. A photo's log has no holes: revisions are 1, 2, 3 ...
 */
public interface OperationStore {

    /**
     * Adds what was decided, all of it or nothing, and moves the date of each photo that it changed. Fails if a writer
     * is somebody else's, or a (writer, seq) or a photo's revision is taken.
     */
    CompletableFuture<Void> append(CallId call, List<StoredOperation> operations);

    /** Where the writers and the logs of a call stand. */
    CompletableFuture<StoredHeads> heads(CallId call);

    /** All that a photo's widgets are made of. Fails rather than leave something out. */
    CompletableFuture<StoredLog> load(CallId call, PhotoId photo);

    /** What followed a revision in a photo's log, at most so many of it. */
    CompletableFuture<List<StoredOperation>> after(CallId call, PhotoId photo, long revision, int limit);

    /** What became of a writer's operations from this seq on, at most so many, refused ones included. */
    CompletableFuture<List<StoredOperation>> decided(CallId call, long writer, long firstSeq, int limit);

    /** Keeps a photo's widgets as of a revision, in the place of an older one. */
    CompletableFuture<Void> saveSnapshot(CallId call, PhotoId photo, StoredSnapshot snapshot);
}
