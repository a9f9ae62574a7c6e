package io.pinhole.protocol.link;

import java.util.Arrays;

/**
 * By how much the delay of a line changes though nothing waits: a radio sends when it is its turn, and a busy machine
 * reads when it comes to it. Told of records that certainly met no queue, and compares each with the one before of about
 * its size, so that the line's rate need not be known; if that was long ago, the way may be another one now. Pure;
 * milliseconds and bytes.
 */
final class Jitter {

    /** Less says nothing: a bare acknowledgement on a slow line does as much. */
    private static final double NOTABLE_MILLIS = 3;

    private static final int MEMORY = 32;
    private static final int LEAST = 4;
    private static final int SIZE_BYTES = 16;
    private static final int SIZES = 25;
    private static final double RECENT_MILLIS = 2000;

    /** Of delays spread evenly, half of the changes are smaller than this part of what they are over the fastest on average. */
    private static final double MEDIAN_SHARE = 0.59;

    /** Four fifths of such delays are less over the fastest than so many times the average. */
    private static final double HIGH = 1.6;

    /** Where records are hardly late at all, jitter cannot be more than a few times that; the average is of so many. */
    private static final double BOUND = 4;

    private static final double AVERAGED = 32;

    private final RunningMedian changes = new RunningMedian(MEMORY);
    private final double[] lastTook = new double[SIZES];
    private final double[] lastAt = new double[SIZES];
    private double typical;
    private double late = Double.POSITIVE_INFINITY;

    Jitter() {
        Arrays.fill(lastAt, Double.NEGATIVE_INFINITY);
    }

    /** @param took arrival less sending, each by its own clock */
    void onIdle(double now, int bytes, double took) {
        int size = bytes / SIZE_BYTES;
        if (size >= SIZES) {
            return; // its own time on the line counts for more
        }
        double change = Math.abs(took - lastTook[size]);
        boolean isRecent = now - lastAt[size] < RECENT_MILLIS;
        lastTook[size] = took;
        lastAt[size] = now;
        if (!isRecent) {
            return;
        }
        changes.add(change);
        if (changes.size() >= LEAST) {
            typical = changes.median() / MEDIAN_SHARE;
        }
    }

    /**
     * Any record that was read alone, whether it met a queue or not.
     *
     * @param over how much longer than the fastest of its size it took
     */
    void onLate(double over) {
        late = Double.isInfinite(late) ? over : late + (over - late) / AVERAGED;
    }

    /** Whether two records that come one right behind the other may have come so for another reason than the line's rate. */
    boolean isNotable() {
        return typical() > NOTABLE_MILLIS;
    }

    /** By how much a record is later than the fastest, on average. */
    double typical() {
        return Math.min(typical, BOUND * late);
    }

    /** Few records are later than this. */
    double high() {
        return HIGH * typical();
    }
}
