package io.pinhole.protocol.widget;

/** The smallest box around some points. */
record Bounds(int left, int top, int right, int bottom) {

    /** @param points x and y of each, at least one */
    static Bounds of(int[] points) {
        int left = points[0];
        int top = points[1];
        int right = left;
        int bottom = top;
        for (int i = 2; i < points.length; i += 2) {
            left = Math.min(left, points[i]);
            right = Math.max(right, points[i]);
            top = Math.min(top, points[i + 1]);
            bottom = Math.max(bottom, points[i + 1]);
        }
        return new Bounds(left, top, right, bottom);
    }

    boolean isWithin(int farthest) {
        return left >= -farthest && top >= -farthest && right <= farthest && bottom <= farthest;
    }
}
