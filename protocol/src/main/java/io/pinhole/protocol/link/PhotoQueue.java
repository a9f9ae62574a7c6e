package io.pinhole.protocol.link;

import io.netty.buffer.ByteBuf;
import io.pinhole.protocol.frame.Chunk;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The photo sources of a link: the most urgent that has bytes is asked next, equals take turns. */
final class PhotoQueue {

    private final List<PhotoSource> sources = new ArrayList<>();

    void add(PhotoSource source) {
        sources.add(source);
    }

    void remove(PhotoSource source) {
        sources.remove(source);
    }

    /** A chunk of at most {@code max} bytes of data, or null if nobody has any. The caller releases it. */
    @Nullable Chunk next(int max) {
        sources.removeIf(PhotoSource::isExhausted);
        sources.sort(Comparator.comparingInt(PhotoSource::rank)); // stable: equals keep their turn
        for (PhotoSource source : sources) {
            ByteBuf data = source.pull(max);
            if (data != null) {
                sources.remove(source);
                sources.add(source);
                return new Chunk(source.handle(), Chunk.CONTINUES, data);
            }
        }
        return null;
    }

    boolean isEmpty() {
        return sources.isEmpty();
    }

    void clear() {
        sources.clear();
    }
}
