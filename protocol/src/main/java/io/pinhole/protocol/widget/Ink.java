package io.pinhole.protocol.widget;

import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.RefusedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The points of a stroke on a grid of {@code 1 << shift} units, relative to the widget's x and y. */
public final class Ink {

    static final int MAX_SHIFT = 8;

    private final int shift;
    private final int[] grid;
    private final Bounds bounds;

    private Ink(int shift, int[] grid) {
        this.shift = shift;
        this.grid = grid;
        this.bounds = Bounds.of(grid);
    }

    /**
     * @param grid x and y of each point in steps of the grid
     * @throws IllegalArgumentException if these are no pairs, or a point is farther away than any widget's
     */
    public static Ink of(int shift, int... grid) {
        if (shift < 0 || shift > MAX_SHIFT || grid.length == 0 || grid.length % 2 != 0) {
            throw new IllegalArgumentException("no ink: shift " + shift + ", " + grid.length + " numbers");
        }
        Ink ink = new Ink(shift, grid.clone());
        if (!ink.bounds.isWithin(InkCodec.FARTHEST >> shift)) {
            throw new IllegalArgumentException("a point is too far away");
        }
        return ink;
    }

    /** @throws RefusedException BAD_GEOMETRY, TOO_MANY_POINTS */
    public static Ink of(io.pinhole.protocol.proto.Ink message) throws RefusedException {
        return new Ink(InkCodec.shift(message), InkCodec.decode(message));
    }

    public io.pinhole.protocol.proto.Ink toMessage() {
        return InkCodec.encode(shift, grid);
    }

    /** This ink and then the other. */
    public Ink plus(Ink more) throws RefusedException {
        if (more.shift != shift) {
            throw new RefusedException(Code.BAD_GEOMETRY, "ink of shift " + more.shift + " after shift " + shift);
        }
        int[] both = Arrays.copyOf(grid, grid.length + more.grid.length);
        System.arraycopy(more.grid, 0, both, grid.length, more.grid.length);
        return new Ink(shift, both);
    }

    /** The same points in pieces of so many at most. */
    public List<Ink> pieces(int most) {
        List<Ink> pieces = new ArrayList<>();
        for (int from = 0; from < grid.length; from += 2 * most) {
            pieces.add(new Ink(shift, Arrays.copyOfRange(grid, from, Math.min(grid.length, from + 2 * most))));
        }
        return pieces;
    }

    public int shift() {
        return shift;
    }

    /** How many points. */
    public int count() {
        return grid.length / 2;
    }

    /** In units, relative to the widget's x. */
    public int x(int point) {
        return grid[2 * point] << shift;
    }

    /** In units, relative to the widget's y. */
    public int y(int point) {
        return grid[2 * point + 1] << shift;
    }

    /** Whether all points lie where widgets may when they are moved there. */
    boolean isInRangeAt(Geometry origin) {
        return Geometry.isInRange(origin.x() + ((long) bounds.left() << shift))
                && Geometry.isInRange(origin.x() + ((long) bounds.right() << shift))
                && Geometry.isInRange(origin.y() + ((long) bounds.top() << shift))
                && Geometry.isInRange(origin.y() + ((long) bounds.bottom() << shift));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ink ink && ink.shift == shift && Arrays.equals(ink.grid, grid);
    }

    @Override
    public int hashCode() {
        return 31 * shift + Arrays.hashCode(grid);
    }

    @Override
    public String toString() {
        return "Ink[" + count() + " points, shift " + shift + "]";
    }
}
