package io.pinhole.protocol.link;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The rate of a line whose delay jumps about, from pairs alone, each of which says little: what one is too short another
 * is too long. Pure; milliseconds, bytes, bytes a millisecond.
 */
final class RoughRate {

    private static final int MEMORY = 16;
    private static final double LEAST_MILLIS = 0.25;

    /** Of the jitter, in the sum of the intervals: rather too slow than too fast. */
    private static final double CAUTION = 0.3;

    private final Deque<Pair> pairs = new ArrayDeque<>();

    private record Pair(int bytes, double millis) {}

    /** Only of records that were written together: others were chosen by how late the first was. */
    void onPair(int bytes, double millis) {
        pairs.add(new Pair(bytes, millis));
        if (pairs.size() > MEMORY) {
            pairs.remove();
        }
    }

    /** The line is another one now. */
    void clear() {
        pairs.clear();
    }

    /** 0 while it is not known. */
    double likely() {
        return pairs.isEmpty() ? 0 : bytes() / Math.max(LEAST_MILLIS, millis());
    }

    /**
     * What it hardly is less than.
     *
     * @param jitter of one record
     * @return 0 while it is not known
     */
    double cautious(double jitter) {
        return pairs.isEmpty()
                ? 0
                : bytes() / (Math.max(LEAST_MILLIS, millis()) + CAUTION * jitter * Math.sqrt(pairs.size()));
    }

    private double bytes() {
        return pairs.stream().mapToInt(Pair::bytes).sum();
    }

    private double millis() {
        return pairs.stream().mapToDouble(Pair::millis).sum();
    }
}
