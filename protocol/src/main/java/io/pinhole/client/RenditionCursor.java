package io.pinhole.client;

import io.netty.buffer.ByteBuf;
import io.pinhole.protocol.jpeg.Stage;
import io.pinhole.protocol.link.PhotoSource;
import io.pinhole.protocol.link.Usefulness;
import org.jspecify.annotations.Nullable;

/** Where the line is in one rendition of one's own photo. */
final class RenditionCursor implements PhotoSource {

    private final int handle;
    private final PreparedRendition rendition;
    private final Owner owner;
    private int position;

    /** Whose photo it is. Called by the line; must not change its sources from within. */
    interface Owner {
        Usefulness usefulness(PreparedRendition rendition, Stage stage);

        /** The line has taken a piece. */
        void pulled(PreparedRendition rendition, int offset, int bytes);
    }

    RenditionCursor(int handle, PreparedRendition rendition, int offset, Owner owner) {
        this.handle = handle;
        this.rendition = rendition;
        this.position = offset;
        this.owner = owner;
    }

    @Override
    public int handle() {
        return handle;
    }

    @Override
    public Usefulness usefulness() {
        return owner.usefulness(rendition, rendition.landmarks().stageAt(position));
    }

    @Override
    public int available() {
        return rendition.size() - position;
    }

    @Override
    public @Nullable ByteBuf pull(int max) {
        int bytes = Math.min(rendition.landmarks().piece(position, max), available());
        if (bytes == 0) {
            return null;
        }
        int offset = position;
        position += bytes;
        owner.pulled(rendition, offset, bytes);
        return rendition.slice(offset, bytes);
    }

    @Override
    public boolean isExhausted() {
        return position == rendition.size();
    }
}
