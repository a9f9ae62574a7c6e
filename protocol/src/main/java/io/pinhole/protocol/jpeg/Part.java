package io.pinhole.protocol.jpeg;

import java.nio.ByteBuffer;

/** The bytes of a segment that are checked together: a whole header, or one table of several. */
final class Part {

    /** A Huffman table is the longest: class and id, 16 counts, 256 values (T.81, B.2.4.2). */
    static final int MAX_BYTES = 1 + 16 + 256;

    private final byte[] bytes = new byte[MAX_BYTES];
    private int size;

    int size() {
        return size;
    }

    int u8(int at) {
        return bytes[at] & 0xFF;
    }

    int u16(int at) {
        return u8(at) << 8 | u8(at + 1);
    }

    /** Takes from the input until there are that many bytes or the input has no more; tells how many it took. */
    int growTo(int wanted, ByteBuffer in) {
        int taken = Math.min(wanted - size, in.remaining());
        in.get(bytes, size, taken);
        size += taken;
        return taken;
    }

    void clear() {
        size = 0;
    }
}
