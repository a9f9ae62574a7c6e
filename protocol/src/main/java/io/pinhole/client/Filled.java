package io.pinhole.client;

import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Bytes that have come so far, of which the beginning never changes: one thread adds to it, making a new one, others
 * read the one they see.
 */
final class Filled {

    static final Filled EMPTY = new Filled(new byte[0], 0);

    private static final int FIRST_BYTES = 4096;

    private final byte[] array;
    private final int length;

    private Filled(byte[] array, int length) {
        this.array = array;
        this.length = length;
    }

    int length() {
        return length;
    }

    ByteBuffer view() {
        return ByteBuffer.wrap(array, 0, length).asReadOnlyBuffer();
    }

    byte[] copy() {
        return Arrays.copyOf(array, length);
    }

    /**
     * Borrows the bytes. Only the newest may be added to.
     *
     * @param max how long it can become at most
     */
    Filled plus(ByteBuf bytes, int max) {
        int end = length + bytes.readableBytes();
        byte[] room = end <= array.length ? array : Arrays.copyOf(array, grown(end, max));
        bytes.getBytes(bytes.readerIndex(), room, length, bytes.readableBytes());
        return new Filled(room, end);
    }

    /** Memory follows what came, not what was announced. */
    private int grown(int end, int max) {
        long doubled = Math.max(FIRST_BYTES, 2L * array.length);
        return (int) Math.max(end, Math.min(doubled, max));
    }
}
