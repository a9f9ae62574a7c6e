package io.pinhole.relay.photo;

import io.pinhole.protocol.frame.RenditionInfo;
import io.pinhole.relay.store.StoredRendition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One rendition of a photo: what was offered, its bytes, how far they are durable, who reads them. */
final class RenditionFile {

    /** Bytes in memory that are not yet durable, before the uploader is held back. */
    private static final long MAX_AHEAD = 8 * PhotoBytes.BLOCK;

    private final RenditionInfo info;
    private final RenditionKey key;
    private final PhotoBytes bytes;
    private final List<PhotoCursor> cursors = new ArrayList<>();
    private final Queue<Runnable> waitingForStore = new ArrayDeque<>();
    private @Nullable Upload upload;
    private @Nullable CompletableFuture<Void> replaying;
    private long stored;
    private boolean verified;
    private boolean complete;
    private boolean surveyed;

    RenditionFile(RenditionKey key, RenditionInfo info, long stored, boolean complete, BlockCache cache) {
        this.key = key;
        this.info = info;
        this.stored = stored;
        this.verified = complete;
        this.complete = complete;
        this.surveyed = stored == 0;
        this.bytes = new PhotoBytes(key, cache, info.size(), stored);
    }

    static RenditionFile of(RenditionKey key, StoredRendition s, BlockCache cache) {
        RenditionInfo info = new RenditionInfo(s.rendition(), s.size(), s.sha256(), s.width(), s.height());
        return new RenditionFile(key, info, s.stored(), s.complete(), cache);
    }

    RenditionInfo info() {
        return info;
    }

    RenditionKey key() {
        return key;
    }

    PhotoBytes bytes() {
        return bytes;
    }

    /** Bytes from the start that are durable. */
    long stored() {
        return stored;
    }

    /** All bytes are durable and the hash is right. */
    boolean isVerified() {
        return verified;
    }

    /** As {@link #isVerified}, and the store knows: what its uploader may rely on. */
    boolean isComplete() {
        return complete;
    }

    void stored(long upTo) {
        stored = upTo;
        while (!isFarAhead() && !waitingForStore.isEmpty()) {
            waitingForStore.remove().run();
        }
    }

    /** Runs at once, or as soon as the store has caught up with what came in: a slow store slows its uploader only. */
    void whenStoreFollows(Runnable task) {
        if (isFarAhead()) {
            waitingForStore.add(task);
        } else {
            task.run();
        }
    }

    private boolean isFarAhead() {
        return upload != null && upload.position() - stored > MAX_AHEAD;
    }

    void verified() {
        verified = true;
        upload = null;
    }

    void completed() {
        complete = true;
    }

    /** What takes in its bytes; null before the first offer since the start, and when it is complete. */
    @Nullable Upload upload() {
        return upload;
    }

    void upload(Upload begun) {
        upload = begun;
        surveyed = true;
    }

    /** The stored bytes are on their way through a new upload, or null. */
    @Nullable CompletableFuture<Void> replaying() {
        return replaying;
    }

    void replaying(@Nullable CompletableFuture<Void> replay) {
        replaying = replay;
    }

    /** Whether its landmarks are found as it comes in, or were looked for since the relay began. */
    boolean isSurveyed() {
        return surveyed;
    }

    void surveyed(boolean known) {
        surveyed = known;
    }

    void add(PhotoCursor cursor) {
        cursors.removeIf(PhotoCursor::isExhausted);
        cursors.add(cursor);
    }

    void wakeCursors() {
        cursors.forEach(PhotoCursor::wake);
    }

    /** The photo is over: nothing more is read, taken in or kept in memory. */
    void end() {
        cursors.forEach(PhotoCursor::shut);
        cursors.clear();
        upload = null;
        bytes.forget();
        waitingForStore.forEach(Runnable::run);
        waitingForStore.clear();
    }

    StoredRendition toStored() {
        return new StoredRendition(
                info.rendition(), info.size(), info.sha256(), info.width(), info.height(), stored, verified);
    }
}
