package io.pinhole.protocol.widget;

import com.google.protobuf.ByteString;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.RefusedException;

/** Reads what a {@link BitWriter} has written; an end in the middle of something is BAD_GEOMETRY, as bits are ink. */
final class BitReader {

    private final ByteString bytes;
    private final int end;
    private int at;

    BitReader(ByteString bytes) {
        this.bytes = bytes;
        this.end = 8 * bytes.size();
    }

    int bits(int count) throws RefusedException {
        int value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 1 | bit();
        }
        return value;
    }

    /** How many ones there are before a zero, which is skipped; or the most that are looked at. */
    int ones(int most) throws RefusedException {
        int ones = 0;
        while (ones < most && bit() == 1) {
            ones++;
        }
        return ones;
    }

    /** Unsigned LEB128 of at most three bytes. */
    int varint() throws RefusedException {
        int value = 0;
        for (int shift = 0; shift < 21; shift += 7) {
            int next = bits(8);
            if (next == 0 && shift > 0) {
                throw new RefusedException(Code.BAD_GEOMETRY, "a number of the ink is padded");
            }
            value |= (next & 0x7f) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new RefusedException(Code.BAD_GEOMETRY, "a number of the ink is longer than 21 bits");
    }

    /** Whether nothing is left but ones up to the end of the last byte. */
    boolean isOver() {
        int left = end - at;
        return left == 0 || (left < 8 && (bytes.byteAt(at / 8) | -1 << left) == -1);
    }

    private int bit() throws RefusedException {
        if (at == end) {
            throw new RefusedException(Code.BAD_GEOMETRY, "the bits of the ink are cut off");
        }
        int bit = bytes.byteAt(at / 8) >> (7 - at % 8) & 1;
        at++;
        return bit;
    }
}
