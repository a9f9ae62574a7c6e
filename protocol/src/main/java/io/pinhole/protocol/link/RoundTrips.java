package io.pinhole.protocol.link;

import java.util.ArrayDeque;
import java.util.Deque;

/** How long a record and its answer take: the least within the last minute, and now. Pure; milliseconds. */
final class RoundTrips {

    /** While nothing is known. */
    private static final double ASSUMED_MILLIS = 200;

    private static final double BUCKET_MILLIS = 10_000;
    private static final int BUCKETS = 6;

    private final Deque<Least> least = new ArrayDeque<>();
    private double last = ASSUMED_MILLIS;
    private double smallest = ASSUMED_MILLIS;

    private record Least(long bucket, double millis) {}

    void add(double now, double millis) {
        last = Math.max(1, millis);
        long bucket = (long) Math.floor(now / BUCKET_MILLIS);
        Least newest = least.peekLast();
        if (newest == null || newest.bucket != bucket) {
            least.addLast(new Least(bucket, last));
        } else if (last < newest.millis) {
            least.removeLast();
            least.addLast(new Least(bucket, last));
        }
        while (least.size() > BUCKETS) {
            least.removeFirst();
        }
        smallest = least.stream().mapToDouble(Least::millis).min().orElse(last);
    }

    boolean isKnown() {
        return !least.isEmpty();
    }

    /** Without any queue. */
    double smallest() {
        return smallest;
    }

    double last() {
        return last;
    }
}
