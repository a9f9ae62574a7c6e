package io.pinhole.protocol.codec;

import io.netty.buffer.ByteBuf;

/** The length before each frame: unsigned LEB128 of at most three bytes. */
final class Lengths {

    static final int MAX_BYTES = 3;
    static final int INCOMPLETE = -1;
    static final int TOO_LONG = -2;
    static final int PADDED = -3;

    private Lengths() {}

    static int bytes(int length) {
        return length < 1 << 7 ? 1 : length < 1 << 14 ? 2 : MAX_BYTES;
    }

    static void set(ByteBuf out, int index, int length) {
        int rest = length;
        int at = index;
        while (rest > 0x7f) {
            out.setByte(at++, rest | 0x80);
            rest >>>= 7;
        }
        out.setByte(at, rest);
    }

    /** The length at the reader index, {@link #INCOMPLETE}, {@link #TOO_LONG} or {@link #PADDED}; moves nothing. */
    static int peek(ByteBuf in) {
        int length = 0;
        for (int i = 0; i < MAX_BYTES; i++) {
            if (i >= in.readableBytes()) {
                return INCOMPLETE;
            }
            byte b = in.getByte(in.readerIndex() + i);
            length |= (b & 0x7f) << (7 * i);
            if (b >= 0) {
                return b == 0 && i > 0 ? PADDED : length;
            }
        }
        return TOO_LONG;
    }
}
