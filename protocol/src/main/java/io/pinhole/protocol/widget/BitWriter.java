package io.pinhole.protocol.widget;

import com.google.protobuf.ByteString;
import java.util.Arrays;

/** Bits one after the other, the most significant of a byte first. */
final class BitWriter {

    private byte[] bytes = new byte[64];
    private int length;

    /** The lowest bits of a value, the most significant first. */
    void bits(int value, int count) {
        for (int i = count - 1; i >= 0; i--) {
            bit(value >>> i & 1);
        }
    }

    void ones(int count) {
        for (int i = 0; i < count; i++) {
            bit(1);
        }
    }

    /** Unsigned LEB128. */
    void varint(int value) {
        int rest = value;
        for (; rest > 0x7f; rest >>>= 7) {
            bits(rest | 0x80, 8);
        }
        bits(rest, 8);
    }

    /** All of it, and ones up to the end of the last byte. */
    ByteString padded() {
        ones(-length & 7);
        return ByteString.copyFrom(bytes, 0, length / 8);
    }

    private void bit(int bit) {
        if (length / 8 == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
        bytes[length / 8] |= (byte) (bit << (7 - length % 8));
        length++;
    }
}
