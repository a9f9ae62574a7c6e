package io.pinhole.protocol.widget;

import java.util.Arrays;
import java.util.Optional;

/**
 * Makes ink of a hand's movement: leaves out the points that a straight line between others shows as well, and lays the
 * rest on a grid.
 *
 * <p>While the stroke is drawn {@link #take} gives it piece by piece; {@link #finish} gives the whole, which has fewer
 * points than its pieces.
 */
public final class InkPen {

    /** A grid of 4096 steps along the longer side. */
    public static final int SHIFT = 4;

    private final int shift;
    private final double tolerance;

    /** x and y of each point, in units. */
    private double[] drawn = new double[128];

    private int length;
    private int taken;

    /**
     * @param tolerance how far, in units, the ink may be from where the hand was, the grid apart: a quarter of a pixel is
     *     not seen
     */
    public InkPen(int shift, double tolerance) {
        if (shift < 0 || shift > Ink.MAX_SHIFT) {
            throw new IllegalArgumentException("shift " + shift);
        }
        this.shift = shift;
        this.tolerance = tolerance;
    }

    /** The hand was here. */
    public void add(double x, double y) {
        if (length == drawn.length) {
            drawn = Arrays.copyOf(drawn, 2 * length);
        }
        drawn[length++] = x;
        drawn[length++] = y;
    }

    /** What was drawn since the last time; empty if nothing. */
    public Optional<Ink> take() {
        if (taken == length) {
            return Optional.empty();
        }
        int anchor = Math.max(0, taken - 2); // the last point of the piece before
        int known = taken == 0 ? 0 : 2;
        int[] piece = onGrid(Simplifier.simplify(Arrays.copyOfRange(drawn, anchor, length), tolerance));
        taken = length;
        return piece.length == known
                ? Optional.empty()
                : Optional.of(Ink.of(shift, Arrays.copyOfRange(piece, known, piece.length)));
    }

    /** All that was drawn; empty if nothing was. */
    public Optional<Ink> finish() {
        return length == 0
                ? Optional.empty()
                : Optional.of(Ink.of(shift, onGrid(Simplifier.simplify(Arrays.copyOf(drawn, length), tolerance))));
    }

    /** Points that fall on the grid point before them are left out. */
    private int[] onGrid(double[] points) {
        int[] grid = new int[points.length];
        int kept = 0;
        for (int i = 0; i < points.length; i += 2) {
            int x = step(points[i]);
            int y = step(points[i + 1]);
            if (kept == 0 || x != grid[kept - 2] || y != grid[kept - 1]) {
                grid[kept++] = x;
                grid[kept++] = y;
            }
        }
        return Arrays.copyOf(grid, kept);
    }

    private int step(double units) {
        double steps = Math.rint(Math.scalb(units, -shift));
        return (int) Math.max(-(-Geometry.LEAST >> shift), Math.min(Geometry.MOST >> shift, steps));
    }
}
