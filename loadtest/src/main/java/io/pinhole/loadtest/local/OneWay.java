package io.pinhole.loadtest.local;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/**
 * One way of a line: packets wait for their turn in a bounded queue, go onto the line one after the other at its rate,
 * and arrive after its delay, in order. Exact however late it is asked, so a busy machine does not make the line poorer.
 *
 * <p>Pure: time is an argument, in nanoseconds of the monotonic clock.
 */
final class OneWay<P> {

    /** Of TCP and IP, to each packet. */
    static final int HEADER_BYTES = 40;

    private final Deque<Waiting<P>> queue = new ArrayDeque<>();
    private final Deque<Travelling<P>> line = new ArrayDeque<>();
    private final RandomGenerator random;
    private LineQuality quality;
    private int queued;
    private long freeAt;
    private long lastEnd;
    private long lastArrival;
    private long carried;
    private int lastBytes;

    private record Waiting<P>(P packet, int bytes, long since) {}

    private record Travelling<P>(P packet, long arrivesAt) {}

    /** @param random what decides about loss and jitter */
    OneWay(LineQuality quality, RandomGenerator random, long now) {
        this.quality = quality;
        this.random = random;
        this.freeAt = now;
        this.lastEnd = now;
        this.lastArrival = now;
    }

    /** For what goes onto the line from now on. */
    void become(LineQuality other, long now) {
        advance(now);
        quality = other;
    }

    /** Nothing more goes onto the line until then. What is on it arrives. */
    void pause(long until, long now) {
        advance(now);
        freeAt = latest(freeAt, until);
    }

    /** @param bytes without headers */
    void add(P packet, int bytes, long now) {
        queue.add(new Waiting<>(packet, bytes + HEADER_BYTES, now));
        queued += bytes + HEADER_BYTES;
        advance(now);
    }

    /** Nothing should be added while this is so. */
    boolean isFull() {
        return queued >= quality.queueBytes();
    }

    boolean isEmpty() {
        return queue.isEmpty() && line.isEmpty();
    }

    /** What has come out at the other end since the last call. */
    List<P> arrived(long now) {
        advance(now);
        List<P> arrived = new ArrayList<>();
        while (!line.isEmpty() && line.element().arrivesAt - now <= 0) {
            arrived.add(line.remove().packet);
        }
        return arrived;
    }

    /** When something changes next, or empty if all is still. */
    OptionalLong nextAt() {
        if (line.isEmpty()) {
            return queue.isEmpty() ? OptionalLong.empty() : OptionalLong.of(freeAt);
        }
        long arrival = line.element().arrivesAt;
        return OptionalLong.of(queue.isEmpty() || arrival - freeAt < 0 ? arrival : freeAt);
    }

    /** Bytes that the line has taken so far, with headers. */
    long carried(long now) {
        advance(now);
        long nanosLeft = lastEnd - now;
        return nanosLeft <= 0 ? carried : carried - Math.min(lastBytes, quality.bytesIn(nanosLeft));
    }

    /** What has not arrived, and never will. */
    List<P> clear() {
        List<P> lost = new ArrayList<>();
        line.forEach(travelling -> lost.add(travelling.packet));
        queue.forEach(waiting -> lost.add(waiting.packet));
        line.clear();
        queue.clear();
        queued = 0;
        return lost;
    }

    private void advance(long now) {
        while (!queue.isEmpty() && freeAt - now <= 0) {
            Waiting<P> next = queue.remove();
            queued -= next.bytes;
            carried += next.bytes;
            lastBytes = next.bytes;
            lastEnd = latest(freeAt, next.since) + quality.nanosFor(next.bytes);
            freeAt = lastEnd;
            lastArrival = latest(lastArrival, lastEnd + travelNanos());
            line.add(new Travelling<>(next.packet, lastArrival));
        }
    }

    private long travelNanos() {
        long delay = quality.delay().toNanos();
        long jitter = quality.jitter().toNanos();
        long travel = jitter == 0 ? delay : Math.max(0, delay + random.nextLong(-jitter, jitter + 1));
        boolean isLost = quality.loss() > 0 && random.nextDouble() < quality.loss();
        return isLost ? travel + 2 * delay : travel;
    }

    private static long latest(long one, long other) {
        return one - other > 0 ? one : other;
    }
}
