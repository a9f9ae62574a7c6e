package io.pinhole.client.desktop;

import io.pinhole.protocol.widget.Geometry;

/**
 * A box to be burnt into a photo, as a person drew it on the upright picture.
 *
 * @param box in units, 65535 to the longer side
 * @param rotation in 1/100 degree about its centre, clockwise
 * @param fill ARGB, opaque
 */
public record Redaction(Geometry box, int rotation, int fill) {

    private static final int BLACK = 0xff000000;
    private static final int OPAQUE = 0xff;

    /** @throws IllegalArgumentException if the box has a negative size, or the fill lets something through */
    public Redaction {
        if (box.width() < 0 || box.height() < 0) {
            throw new IllegalArgumentException("a box has no negative size: " + box);
        }
        if (fill >>> 24 != OPAQUE) {
            throw new IllegalArgumentException("a redaction is never translucent: " + Integer.toHexString(fill));
        }
    }

    /** Black and upright. */
    public static Redaction of(Geometry box) {
        return new Redaction(box, 0, BLACK);
    }
}
