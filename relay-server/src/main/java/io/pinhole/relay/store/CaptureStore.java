package io.pinhole.relay.store;

import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.CaptureId;
import io.pinhole.protocol.frame.Rendition;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Remembers captures: saved photos, with their widgets as of one revision. Futures, order and failures are those of
 * {@link CallStore}, but captures outlive their call, and what is kept of the photo stays as long as they do.
 */
public interface CaptureStore {

    /**
     * Keeps a photo of a running call with its widgets and its present title. {@link Saved} says whether it was kept. Fails
     * if the call has no such photo, or the photo's log is in another epoch or does not go up to that revision.
     *
     * <p>The same capture again, created whenever, is answered with where it stands now: for ever, even if its call has
     * ended. Writes that are called later may take effect earlier.
     */
    CompletableFuture<Saved> save(CallId call, NewCapture capture);

    /** What became of a capture that was to be kept. */
    sealed interface Saved {

        /** It is durable, from now or from before. */
        record Kept(StoredCapture capture) implements Saved {}

        /** Its id stands for another capture. */
        record Conflict() implements Saved {}

        /** Another capture of this call has its name. */
        record NameTaken() implements Saved {}
    }

    /**
     * Keeps the flattened picture: the capture is ready. Changes nothing unless it was pending.
     *
     * @param jpeg all of it; not to be changed until the future completes
     */
    CompletableFuture<Void> finish(CaptureId capture, Picture picture, byte[] jpeg);

    /** There will be no picture. Changes nothing unless it was pending. */
    CompletableFuture<Void> fail(CaptureId capture, String reason);

    CompletableFuture<Optional<StoredCapture>> find(CaptureId capture);

    /**
     * Pending captures that wait for nothing but their picture: nothing more of their photo will come, as it is stored or
     * over, or its call has ended. The oldest first.
     */
    CompletableFuture<List<StoredCapture>> due(int limit);

    /**
     * The newest first.
     *
     * @param call of all calls that had this id; empty: of all
     * @param before only those that are older than this one; empty: from the newest. Fails if there is no such capture
     */
    CompletableFuture<List<StoredCapture>> list(Optional<CallId> call, Optional<CaptureId> before, int limit);

    /** The widgets at the pinned revision, deleted ones included. Fails if there is no such capture. */
    CompletableFuture<StoredSnapshot> widgets(CaptureId capture);

    /** The renditions of its photo as they are now. Fails if there is no such capture. */
    CompletableFuture<List<StoredRendition>> renditions(CaptureId capture);

    /** A block of its photo, as {@link PhotoStore#readBlock}, whatever became of the call. */
    CompletableFuture<byte[]> readPhoto(CaptureId capture, Rendition rendition, int index);

    /** A block of its flattened picture, of {@link PhotoStore#BLOCK_BYTES}. Fails if there is none. */
    CompletableFuture<byte[]> readPicture(CaptureId capture, int index);
}
