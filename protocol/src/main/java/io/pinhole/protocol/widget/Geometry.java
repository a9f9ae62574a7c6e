package io.pinhole.protocol.widget;

/**
 * Where a widget is, in units: 65535 are the longer side of the upright image, on both axes, from the top left.
 *
 * @param x of the box, of a line's beginning, or what all points of ink are moved by
 * @param width of the box, or from a line's beginning to its end; 0 for ink
 */
public record Geometry(int x, int y, int width, int height) {

    public static final Geometry ORIGIN = new Geometry(0, 0, 0, 0);

    /** Units of the longer side. */
    public static final int SIDE = 65_535;

    /** Widgets may lie outside by one side. */
    static final int LEAST = -SIDE;

    static final int MOST = 2 * SIDE;

    /** Whether both ends lie where widgets may. */
    boolean isInRange() {
        return isInRange(x) && isInRange(y) && isInRange((long) x + width) && isInRange((long) y + height);
    }

    static boolean isInRange(long coordinate) {
        return coordinate >= LEAST && coordinate <= MOST;
    }
}
