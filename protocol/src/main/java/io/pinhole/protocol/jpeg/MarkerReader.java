package io.pinhole.protocol.jpeg;

import io.pinhole.protocol.frame.RefusedException;

/** Reads a marker between segments: any number of FF (T.81, B.1.1.2), then its code. */
final class MarkerReader {

    private long prefixes;

    void begin() {
        prefixes = 0;
    }

    /** Takes a byte; true if it is the code. */
    boolean read(int value) throws RefusedException {
        if (value == Marker.PREFIX) {
            prefixes++;
            return false;
        }
        if (prefixes == 0) {
            throw Faults.malformed(String.format("a marker should begin here, not %02X", value));
        }
        return true;
    }

    long prefixes() {
        return prefixes;
    }

    /** Fill bytes are in order as soon as another FF follows them. */
    int held() {
        return prefixes > 0 ? 1 : 0;
    }
}
