package io.pinhole.protocol.jpeg;

import io.pinhole.protocol.frame.RefusedException;
import java.nio.ByteBuffer;

/** Reads the entropy-coded data of one scan, with its restart markers, and the marker that ends it. */
final class EntropyReader {

    private int restartInterval;
    private int restarts;
    private long prefixes;
    private int code;
    private boolean empty;

    void begin(int interval) {
        restartInterval = interval;
        restarts = 0;
        prefixes = 0;
        empty = true;
    }

    /**
     * Takes data up to the next FF, or one byte behind it; true if that is the code of another marker.
     *
     * @param in little-endian
     */
    boolean read(ByteBuffer in) throws RefusedException {
        if (prefixes > 0) {
            return readCode(in.get() & 0xFF);
        }
        int end = EntropySearch.firstPrefix(in);
        empty &= end == in.position();
        in.position(end);
        if (in.hasRemaining()) {
            in.get();
            prefixes = 1;
        }
        return false;
    }

    private boolean readCode(int value) throws RefusedException {
        if (value == Marker.PREFIX) {
            prefixes++;
        } else if (value == Marker.STUFFING) {
            readStuffing();
        } else if (Marker.isRestart(value)) {
            readRestart(value);
        } else if (empty) {
            throw Faults.malformed("a scan without data, then " + Marker.name(value));
        } else {
            code = value;
            return true;
        }
        return false;
    }

    private void readStuffing() throws RefusedException {
        if (prefixes > 1) {
            throw Faults.malformed("fill bytes before FF00, which is no marker");
        }
        prefixes = 0;
        empty = false;
    }

    /** T.81, E.1.4: they count modulo 8 from each scan's start. */
    private void readRestart(int value) throws RefusedException {
        int expected = Marker.RST0 + restarts % 8;
        if (restartInterval == 0 || value != expected) {
            String due = restartInterval == 0 ? "no restart marker" : Marker.name(expected);
            throw Faults.malformed(Marker.name(value) + " where " + due + " is due");
        }
        restarts++;
        prefixes = 0;
    }

    int code() {
        return code;
    }

    long prefixes() {
        return prefixes;
    }

    int held() {
        return prefixes > 0 ? 1 : 0;
    }
}
