package io.pinhole.client;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.frame.RenditionInfo;
import io.pinhole.protocol.frame.Sha256;
import io.pinhole.protocol.jpeg.CleanJpeg;
import io.pinhole.protocol.jpeg.JpegLimits;
import io.pinhole.protocol.jpeg.Landmarks;
import java.nio.ByteBuffer;
import java.util.Optional;

/** One JPEG file, ready to be sent. */
public final class PreparedRendition {

    private final RenditionInfo info;
    private final byte[] bytes;
    private final Landmarks landmarks;

    private PreparedRendition(RenditionInfo info, byte[] bytes) {
        this.info = info;
        this.bytes = bytes;
        this.landmarks = info.rendition() == Rendition.WORKING
                ? Landmarks.of(ByteBuffer.wrap(bytes), JpegLimits.DEFAULT)
                : Landmarks.unknown(bytes.length);
    }

    /**
     * @param jpeg without metadata; must not be changed afterwards
     * @param width stored pixels, before any orientation is applied
     * @throws IllegalArgumentException if it is empty, or a preview that is too large
     */
    public static PreparedRendition of(Rendition rendition, byte[] jpeg, int width, int height) {
        boolean isPreview = rendition == Rendition.PREVIEW;
        if (jpeg.length == 0 || (isPreview && jpeg.length > Rendition.MAX_PREVIEW_BYTES)) {
            throw new IllegalArgumentException("a " + rendition + " of " + jpeg.length + " bytes");
        }
        Optional<Sha256> sha256 = isPreview ? Optional.empty() : Optional.of(Sha256.of(jpeg));
        return new PreparedRendition(new RenditionInfo(rendition, jpeg.length, sha256, width, height), jpeg);
    }

    /** As above, of a file without metadata, such as {@code JpegStripper} makes. */
    public static PreparedRendition of(Rendition rendition, CleanJpeg jpeg) {
        return of(rendition, jpeg.bytes(), jpeg.width(), jpeg.height());
    }

    public RenditionInfo info() {
        return info;
    }

    /** The file, to be read only; shares the bytes. */
    public ByteBuffer view() {
        return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    }

    Rendition rendition() {
        return info.rendition();
    }

    int size() {
        return bytes.length;
    }

    /** Where its stages meet; of a working copy only. */
    Landmarks landmarks() {
        return landmarks;
    }

    /** A piece of it; shares the bytes. */
    ByteBuf slice(int offset, int length) {
        return Unpooled.wrappedBuffer(bytes, offset, length);
    }
}
