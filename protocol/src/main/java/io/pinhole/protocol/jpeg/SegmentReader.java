package io.pinhole.protocol.jpeg;

import io.pinhole.protocol.frame.RefusedException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Reads what follows a segment's marker: its length, and its content, which is checked by a rule or let through. */
final class SegmentReader {

    private static final int MARKER_BYTES = 2;
    private static final int LENGTH_BYTES = 2;

    /** What is held back at most: a marker, a length and the longest part. */
    static final int MAX_HELD = MARKER_BYTES + LENGTH_BYTES + Part.MAX_BYTES;

    private final Part part = new Part();
    private int marker;
    private @Nullable SegmentRule rule;
    private int lengthBytes;
    private int left;
    private int held;

    /** @param segmentRule null lets the content through as it comes */
    void begin(int code, @Nullable SegmentRule segmentRule) {
        marker = code;
        rule = segmentRule;
        lengthBytes = 0;
        left = 0;
        held = MARKER_BYTES;
        part.clear();
    }

    /** Takes a byte of the length, or content up to where something can be checked; true at the segment's end. */
    boolean read(ByteBuffer in) throws RefusedException {
        if (lengthBytes < LENGTH_BYTES) {
            readLength(in.get() & 0xFF);
        } else if (rule == null) {
            int skipped = Math.min(left, in.remaining());
            in.position(in.position() + skipped);
            left -= skipped;
        } else {
            readPart(rule, in);
        }
        return lengthBytes == LENGTH_BYTES && left == 0 && part.size() == 0;
    }

    int marker() {
        return marker;
    }

    /** How many of the bytes taken, and of the marker before them, are not checked yet. */
    int held() {
        return held + part.size();
    }

    /** T.81, B.1.1.4: the length counts its own two bytes. */
    private void readLength(int value) throws RefusedException {
        left = left << 8 | value;
        held++;
        if (++lengthBytes < LENGTH_BYTES) {
            return;
        }
        if (left < LENGTH_BYTES) {
            throw Faults.malformed(Marker.name(marker) + " has the length " + left + ", less than 2");
        }
        left -= LENGTH_BYTES;
        if (rule == null) {
            held = 0;
        } else {
            requireLeft(rule.size(part));
        }
    }

    private void readPart(SegmentRule checked, ByteBuffer in) throws RefusedException {
        int size = checked.size(part);
        left -= part.growTo(size, in);
        if (part.size() < size) {
            return;
        }
        int whole = checked.size(part);
        if (whole > size) {
            requireLeft(whole - size);
            return;
        }
        checked.check(part, left);
        held = 0;
        part.clear();
        if (left > 0) {
            requireLeft(checked.size(part));
        }
    }

    private void requireLeft(int bytes) throws RefusedException {
        if (bytes > left) {
            throw Faults.malformed(
                    Marker.name(marker) + " is " + (bytes - left) + " bytes too short for what it announces");
        }
    }
}
