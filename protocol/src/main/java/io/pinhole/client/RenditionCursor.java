package io.pinhole.client;

import io.netty.buffer.ByteBuf;
import io.pinhole.protocol.jpeg.Stage;
import io.pinhole.protocol.link.PhotoSource;
import io.pinhole.protocol.link.Usefulness;
import io.pinhole.protocol.link.Worth;
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

    @Override
    public Usefulness usefulness() {
        return new Usefulness(Worth.of(rendition.rendition(), Stage.OUTLINE, false), 0);
    }

    @Override
    public int available() {
        return rendition.size() - position;
    }

    @Override
    public @Nullable ByteBuf pull(int max) {
        int bytes = Math.min(max, available());
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
