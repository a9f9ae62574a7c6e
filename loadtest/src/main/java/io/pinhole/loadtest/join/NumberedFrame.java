package io.pinhole.loadtest.join;

import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A synthetic voice frame that can be recognised on the other side: magic (4 bytes), number (4), the moment at which it
 * was due in nanoseconds of the monotonic clock (8), then zeros. On one machine both sides have the same clock.
 */
public record NumberedFrame(int seq, long due) {

    static final int MIN_BYTES = 16;

    private static final int MAGIC = 0x50484e46; // "PHNF"

    public byte[] payload(int bytes) {
        return ByteBuffer.allocate(bytes).putInt(MAGIC).putInt(seq).putLong(due).array();
    }

    /** Empty if it is something else, such as Opus. */
    public static Optional<NumberedFrame> of(ByteBuf payload) {
        int at = payload.readerIndex();
        if (payload.readableBytes() < MIN_BYTES || payload.getInt(at) != MAGIC) {
            return Optional.empty();
        }
        return Optional.of(new NumberedFrame(payload.getInt(at + 4), payload.getLong(at + 8)));
    }
}
