package io.pinhole.relay.capture.picture;

import java.io.IOException;
import java.nio.ByteBuffer;
import javax.imageio.stream.ImageInputStreamImpl;
import org.jspecify.annotations.Nullable;

/** A picture's bytes as decoders want them, with a segment put in behind SOI. Keeps none of them. */
final class PictureStream extends ImageInputStreamImpl {

    private static final int SOI_BYTES = 2;

    private final PictureBytes bytes;
    private final byte[] inserted;
    private @Nullable Exception sourceFailure;

    PictureStream(PictureBytes bytes, byte[] inserted) {
        this.bytes = bytes;
        this.inserted = inserted;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        checkClosed();
        bitOffset = 0;
        if (length == 0) {
            return 0;
        }
        int read = streamPos < length() ? readAt(streamPos, ByteBuffer.wrap(into, offset, length)) : -1;
        streamPos += Math.max(0, read);
        return read;
    }

    @Override
    public long length() {
        return bytes.size() + inserted.length;
    }

    private int readAt(long position, ByteBuffer into) throws IOException {
        int insertedEnd = SOI_BYTES + inserted.length;
        if (position >= insertedEnd) {
            return readSource(into, position - inserted.length);
        }
        if (position < SOI_BYTES) {
            into.limit(Math.min(into.limit(), into.position() + SOI_BYTES - (int) position));
            return readSource(into, position);
        }
        int length = Math.min(into.remaining(), insertedEnd - (int) position);
        into.put(inserted, (int) position - SOI_BYTES, length);
        return length;
    }

    private int readSource(ByteBuffer into, long position) throws IOException {
        try {
            return bytes.read(into, position);
        } catch (IOException | RuntimeException e) {
            sourceFailure = e;
            throw e;
        }
    }

    /** Throws what the source threw, if it did: that is not the picture's fault. */
    void throwSourceFailure() throws IOException {
        if (sourceFailure instanceof IOException e) {
            throw e;
        }
        if (sourceFailure instanceof RuntimeException e) {
            throw e;
        }
    }
}
