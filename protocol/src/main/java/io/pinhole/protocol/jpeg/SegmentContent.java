package io.pinhole.protocol.jpeg;

import java.nio.ByteBuffer;

/** What a marker segment has behind its marker and its length. */
final class SegmentContent {

    private SegmentContent() {}

    /** @param start of the marker or of fill bytes before it, as {@link SegmentListener} tells */
    static ByteBuffer of(byte[] jpeg, int start, int end) {
        int code = start;
        while ((jpeg[code] & 0xFF) == Marker.PREFIX) {
            code++;
        }
        int from = code + 1 + Short.BYTES;
        return ByteBuffer.wrap(jpeg, from, end - from);
    }
}
