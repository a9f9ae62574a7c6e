package io.pinhole.protocol.link;

import io.netty.buffer.ByteBuf;
import io.pinhole.protocol.frame.Chunk;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The photo sources of a link: the most useful that has bytes is asked next. So that none starves, one chunk in
 * {@link #FAIR_SHARE} goes to the one that has waited longest.
 */
final class PhotoQueue {

    static final int FAIR_SHARE = 16;

    /** On a poor line chunks are smaller: several count as one. */
    private static final int CHUNK_BYTES = 500;

    private final List<Waiting> sources = new ArrayList<>();
    private long chunks;
    private int sinceFairTurn;

    /** A source, and how many chunks of all there had been when it got its last. */
    private static final class Waiting {

        final PhotoSource source;
        long since;

        Waiting(PhotoSource source, long since) {
            this.source = source;
            this.since = since;
        }
    }

    void add(PhotoSource source) {
        sources.add(new Waiting(source, chunks));
    }

    void remove(PhotoSource source) {
        sources.removeIf(waiting -> waiting.source == source);
    }

    /** A chunk of at most {@code max} bytes of data, or null if nobody has any. The caller releases it. */
    @Nullable Chunk next(int max) {
        sources.removeIf(waiting -> waiting.source.isExhausted());
        boolean isFairTurn = sinceFairTurn >= (FAIR_SHARE - 1) * CHUNK_BYTES;
        Waiting next = isFairTurn ? longestWaiting() : mostUseful();
        ByteBuf data = next == null ? null : next.source.pull(max);
        if (next == null || data == null) {
            return null;
        }
        next.since = ++chunks;
        sinceFairTurn = isFairTurn ? 0 : sinceFairTurn + Math.min(CHUNK_BYTES, data.readableBytes());
        return new Chunk(next.source.handle(), Chunk.CONTINUES, data);
    }

    private @Nullable Waiting mostUseful() {
        Waiting best = null;
        Usefulness most = null;
        for (Waiting waiting : sources) {
            Usefulness usefulness = waiting.source.usefulness();
            if ((most == null || usefulness.compareTo(most) < 0) && waiting.source.available() > 0) {
                best = waiting;
                most = usefulness;
            }
        }
        return best;
    }

    private @Nullable Waiting longestWaiting() {
        Waiting longest = null;
        for (Waiting waiting : sources) {
            if ((longest == null || waiting.since < longest.since) && waiting.source.available() > 0) {
                longest = waiting;
            }
        }
        return longest;
    }

    /** Whether some source has bytes now; none is pulled. */
    boolean hasBytes() {
        for (Waiting waiting : sources) {
            if (waiting.source.available() > 0) {
                return true;
            }
        }
        return false;
    }

    boolean isEmpty() {
        return sources.isEmpty();
    }

    void clear() {
        sources.clear();
    }
}
