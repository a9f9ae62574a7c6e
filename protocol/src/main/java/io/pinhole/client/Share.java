package io.pinhole.client;

import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.frame.Seen;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * How far one's own photo is: sent, stored, seen. It goes on by itself after every reconnection. Changed on the
 * client's loop, read by everybody.
 */
public final class Share {

    private final PhotoId photo;
    private final Map<Rendition, Long> sent = new ConcurrentHashMap<>();
    private final Map<Rendition, Long> stored = new ConcurrentHashMap<>();
    private final Set<Seen> seen = ConcurrentHashMap.newKeySet();
    private final CompletableFuture<Void> published = new CompletableFuture<>();
    private final CompletableFuture<Void> whollyStored = new CompletableFuture<>();

    private final Runnable publishing;

    /** @param publishing asks for everybody to see it */
    Share(PhotoId photo, Runnable publishing) {
        this.photo = photo;
        this.publishing = publishing;
    }

    public PhotoId photo() {
        return photo;
    }

    /**
     * Shows it to everybody, with what was drawn on it by now. For a photo that was drafted; one that was shared is
     * published already.
     */
    public CompletableFuture<Void> publish() {
        publishing.run();
        return published();
    }

    /** Completes when everybody sees the photo in the list. */
    public CompletableFuture<Void> published() {
        return published.copy();
    }

    /** Completes when every byte of it is durable and its hashes are right: the photo may be forgotten here. */
    public CompletableFuture<Void> stored() {
        return whollyStored.copy();
    }

    /** Bytes from the start that went to the line. Falls after a reconnection if some have not arrived. */
    public long sent(Rendition rendition) {
        return sent.getOrDefault(rendition, 0L);
    }

    /** Bytes from the start that are durable. */
    public long stored(Rendition rendition) {
        return stored.getOrDefault(rendition, 0L);
    }

    /** Handles of those who have the rendition whole. */
    public Set<Integer> seenBy(Rendition rendition) {
        return seen.stream()
                .filter(by -> by.rendition() == rendition)
                .map(Seen::participant)
                .collect(Collectors.toUnmodifiableSet());
    }

    void sentUpTo(Rendition rendition, long offset) {
        sent.put(rendition, offset);
    }

    void storedUpTo(Rendition rendition, long offset) {
        stored.put(rendition, offset);
    }

    void seen(Seen by) {
        seen.add(by);
    }

    void complete() {
        published.complete(null);
        whollyStored.complete(null);
    }

    void nowPublished() {
        published.complete(null);
    }

    void fail(Exception reason) {
        published.completeExceptionally(reason);
        whollyStored.completeExceptionally(reason);
    }
}
