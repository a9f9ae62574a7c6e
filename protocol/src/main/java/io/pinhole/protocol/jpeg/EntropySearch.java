package io.pinhole.protocol.jpeg;

import java.nio.ByteBuffer;

/** Finds where entropy-coded data stops being data, eight bytes at a time. */
final class EntropySearch {

    private static final long LOW_BITS = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
    private static final byte PREFIX = (byte) Marker.PREFIX;

    private EntropySearch() {}

    /**
     * The index of the first FF that does not stand for data, that is, which 00 does not follow; or the limit.
     *
     * @param in little-endian
     */
    static int firstPrefix(ByteBuffer in) {
        int end = in.limit();
        int at = firstFf(in, in.position(), end);
        while (at + 1 < end && in.get(at + 1) == Marker.STUFFING) {
            at = firstFf(in, at + 2, end);
        }
        return at;
    }

    private static int firstFf(ByteBuffer in, int from, int end) {
        int at = from;
        for (; at <= end - Long.BYTES; at += Long.BYTES) {
            long word = in.getLong(at);
            // The lowest bit set is the top of the first byte that is FF; above it there may be false ones.
            long found = (~word - LOW_BITS) & word & HIGH_BITS;
            if (found != 0) {
                return at + Long.numberOfTrailingZeros(found) / Byte.SIZE;
            }
        }
        while (at < end && in.get(at) != PREFIX) {
            at++;
        }
        return at;
    }
}
