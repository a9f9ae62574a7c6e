package io.pinhole.relay.capture.picture;

import java.io.IOException;
import java.nio.ByteBuffer;

/** The bytes of a JPEG file, wherever they are kept; read by the thread that flattens, mostly from front to back. */
public interface PictureBytes {

    long size();

    /**
     * Fills a buffer with what is at a position below the size, as far as that is convenient.
     *
     * @return how many bytes it put there, at least one
     */
    int read(ByteBuffer into, long position) throws IOException;

    static PictureBytes of(byte[] jpeg) {
        return new PictureBytes() {
            @Override
            public long size() {
                return jpeg.length;
            }

            @Override
            public int read(ByteBuffer into, long position) {
                int length = Math.min(into.remaining(), jpeg.length - (int) position);
                into.put(jpeg, (int) position, length);
                return length;
            }
        };
    }
}
