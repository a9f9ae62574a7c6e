package io.pinhole.protocol.link;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What a record would take if nothing waited before it: the least that any took within the last two minutes, corrected
 * for its size. Clocks need not agree, as their offset is in all of it; two minutes are short enough for clocks that
 * drift and for paths that change. Pure; milliseconds and bytes.
 */
final class EmptyLine {

    private static final double MEMORY_MILLIS = 120_000;
    private static final double BUCKET_MILLIS = 1000;

    /** A queue that never empties for so long is not ours, or the path has become longer. */
    private static final double STANDING_MILLIS = 4000;

    private static final double STANDING_QUEUE_MILLIS = 150;
    private static final int STANDING_RECORDS = 15;
    private static final int KEPT_BUCKETS = 3;

    private final Deque<Bucket> fastest = new ArrayDeque<>();
    private double standingSince = Double.NaN;
    private int standing;

    private record Bucket(long number, double took, int bytes) {}

    boolean isKnown() {
        return !fastest.isEmpty();
    }

    /**
     * @param took arrival less sending, each by its own clock
     * @param rate of the line in bytes a millisecond, or infinite if it is not known
     * @return how long the record waited before others
     */
    double onRecord(double now, double took, int bytes, double rate) {
        remember(now, took, bytes);
        double queue = Math.max(0, took - takes(bytes, rate));
        watch(now, queue);
        return queue;
    }

    /** How long a record of this size takes on the empty line, with the offset of the clocks. */
    double takes(int bytes, double rate) {
        Bucket least = fastest.element();
        for (Bucket bucket : fastest) {
            least = bucket.took < least.took ? bucket : least;
        }
        return least.took + (bytes - least.bytes) / rate;
    }

    private void remember(double now, double took, int bytes) {
        long number = (long) Math.floor(now / BUCKET_MILLIS);
        Bucket last = fastest.peekLast();
        if (last != null && last.number == number) {
            if (took >= last.took) {
                return;
            }
            fastest.removeLast();
        }
        fastest.addLast(new Bucket(number, took, bytes));
        while (fastest.element().number < number - (long) (MEMORY_MILLIS / BUCKET_MILLIS)) {
            fastest.removeFirst();
        }
    }

    private void watch(double now, double queue) {
        if (queue <= STANDING_QUEUE_MILLIS) {
            standingSince = Double.NaN;
            standing = 0;
            return;
        }
        standingSince = standing == 0 ? now : standingSince;
        standing++;
        if (standing > STANDING_RECORDS && now - standingSince > STANDING_MILLIS) {
            while (fastest.size() > KEPT_BUCKETS) {
                fastest.removeFirst();
            }
            standing = 0;
        }
    }
}
