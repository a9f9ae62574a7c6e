package io.pinhole.client;

import io.netty.buffer.ByteBuf;
import io.pinhole.protocol.link.PhotoSource;
import org.jspecify.annotations.Nullable;

/** Where the line is in one rendition of one's own photo. */
final class RenditionCursor implements PhotoSource {

    private final int handle;
    private final PreparedRendition rendition;
    private final Pulled pulled;
    private int position;

    /** Told of every piece that the line takes; must not change the line's sources from within. */
    interface Pulled {
        void piece(PreparedRendition rendition, int offset, int bytes);
    }

    RenditionCursor(int handle, PreparedRendition rendition, int offset, Pulled pulled) {
        this.handle = handle;
        this.rendition = rendition;
        this.position = offset;
        this.pulled = pulled;
    }

    @Override
    public int handle() {
        return handle;
    }

    /** Previews before working copies before originals. */
    @Override
    public int rank() {
        return rendition.rendition().number();
    }

    @Override
    public @Nullable ByteBuf pull(int max) {
        int bytes = Math.min(max, rendition.size() - position);
        if (bytes == 0) {
            return null;
        }
        int offset = position;
        position += bytes;
        pulled.piece(rendition, offset, bytes);
        return rendition.slice(offset, bytes);
    }

    @Override
    public boolean isExhausted() {
        return position == rendition.size();
    }
}
