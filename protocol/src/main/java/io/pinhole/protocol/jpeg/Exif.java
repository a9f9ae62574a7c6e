package io.pinhole.protocol.jpeg;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The one thing of EXIF that is kept: how the camera was held (Exif 2.3, sections 4.5 and 4.6). */
final class Exif {

    static final int UPRIGHT = 1;

    private static final int MAX_ORIENTATION = 8;
    private static final int TIFF_HEADER_BYTES = 8;
    private static final int TIFF_MAGIC = 42;
    private static final int ENTRY_BYTES = 12;
    private static final int ORIENTATION_TAG = 0x0112;
    private static final int SHORT_TYPE = 3;

    private Exif() {}

    /** The orientation in a TIFF structure; 1 if it has none, or none that makes sense. */
    static int orientation(ByteBuffer content) {
        ByteBuffer tiff = content.slice();
        if (tiff.limit() < TIFF_HEADER_BYTES) {
            return UPRIGHT;
        }
        if (tiff.getShort(0) == ('I' << 8 | 'I')) {
            tiff.order(ByteOrder.LITTLE_ENDIAN);
        }
        long directory = tiff.getInt(4) & 0xFFFF_FFFFL;
        if (tiff.getShort(2) != TIFF_MAGIC || directory > tiff.limit() - Short.BYTES) {
            return UPRIGHT;
        }
        int first = (int) directory + Short.BYTES;
        int entries = Math.min(tiff.getShort((int) directory) & 0xFFFF, (tiff.limit() - first) / ENTRY_BYTES);
        return orientation(tiff, first, entries);
    }

    private static int orientation(ByteBuffer tiff, int first, int entries) {
        for (int at = first; at < first + entries * ENTRY_BYTES; at += ENTRY_BYTES) {
            if (tiff.getShort(at) == ORIENTATION_TAG) {
                int value = tiff.getShort(at + 8);
                boolean known = value >= UPRIGHT && value <= MAX_ORIENTATION;
                return known && tiff.getShort(at + 2) == SHORT_TYPE && tiff.getInt(at + 4) == 1 ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /** A TIFF structure, behind its EXIF identifier, that has an orientation and nothing else. */
    static byte[] onlyOrientation(String identifier, int orientation) {
        int directoryBytes = Short.BYTES + ENTRY_BYTES + Integer.BYTES;
        ByteBuffer out = ByteBuffer.allocate(identifier.length() + TIFF_HEADER_BYTES + directoryBytes);
        out.put(Ascii.bytes(identifier));
        out.put(Ascii.bytes("MM")).putShort((short) TIFF_MAGIC).putInt(TIFF_HEADER_BYTES);
        out.putShort((short) 1);
        out.putShort((short) ORIENTATION_TAG).putShort((short) SHORT_TYPE).putInt(1);
        out.putShort((short) orientation).putShort((short) 0);
        out.putInt(0);
        return out.array();
    }
}
