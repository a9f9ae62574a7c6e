package io.pinhole.protocol.widget;

import java.util.Arrays;

/**
 * Leaves points out of a line such that none of them is farther from the new line than the tolerance: from each point
 * that it keeps it goes straight on for as long as that holds. (Ramer, Douglas and Peucker keep the same bound with a
 * sixth more points of a handwriting, as they halve where they might go on.)
 */
final class Simplifier {

    /** More points than this are not left out in a row, so that the time is bounded however long a line is straight. */
    private static final int LONGEST = 256;

    private final double[] points;
    private final double square;

    private Simplifier(double[] points, double tolerance) {
        this.points = points;
        this.square = tolerance * tolerance;
    }

    /** @param points x and y of each, at least one */
    static double[] simplify(double[] points, double tolerance) {
        return new Simplifier(points, tolerance).simplified();
    }

    private double[] simplified() {
        double[] kept = new double[points.length];
        int length = 0;
        int last = points.length / 2 - 1;
        for (int at = 0; at >= 0; at = at == last ? -1 : farthestStraightFrom(at, last)) {
            kept[length++] = x(at);
            kept[length++] = y(at);
        }
        return Arrays.copyOf(kept, length);
    }

    private int farthestStraightFrom(int first, int last) {
        int to = first + 1;
        while (to < last && to - first < LONGEST && isStraight(first, to + 1)) {
            to++;
        }
        return to;
    }

    private boolean isStraight(int first, int last) {
        for (int i = first + 1; i < last; i++) {
            if (squareDistance(i, first, last) > square) {
                return false;
            }
        }
        return true;
    }

    /** From a point to the stretch of line, not to the endless one: a hand may turn back beyond its end. */
    private double squareDistance(int point, int first, int last) {
        double dx = x(last) - x(first);
        double dy = y(last) - y(first);
        double px = x(point) - x(first);
        double py = y(point) - y(first);
        double length = dx * dx + dy * dy;
        double along = length == 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / length));
        double offX = px - along * dx;
        double offY = py - along * dy;
        return offX * offX + offY * offY;
    }

    private double x(int point) {
        return points[2 * point];
    }

    private double y(int point) {
        return points[2 * point + 1];
    }
}
