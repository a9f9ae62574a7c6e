package io.pinhole.protocol.jpeg;

import java.util.Arrays;

/** Byte offsets, ascending, that grow with the scans found. */
final class ScanEnds {

    private long[] offsets = new long[12];
    private int count;

    void add(long offset) {
        if (count == offsets.length) {
            offsets = Arrays.copyOf(offsets, 2 * count);
        }
        offsets[count++] = offset;
    }

    int count() {
        return count;
    }

    long get(int index) {
        if (index >= count) {
            throw new IndexOutOfBoundsException("scan " + index + " of " + count);
        }
        return offsets[index];
    }
}
