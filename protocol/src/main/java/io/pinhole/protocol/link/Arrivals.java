package io.pinhole.protocol.link;

import io.pinhole.protocol.frame.Stamp;

/**
 * The line as its far end sees it: how long the last record waited in the line's queue, and the line's rate. Told of
 * records read by read: those that were read together were held back for a lost packet, most likely, and say nothing
 * about the queue. Pure; milliseconds, bytes, bytes a millisecond.
 */
final class Arrivals {

    private static final double STAMP_MILLIS = Stamp.UNIT_NANOS / 1e6;
    private static final double SPAN_MILLIS = 65_536 * STAMP_MILLIS;

    /** By so much a path may become shorter at once; longer it becomes by a stall, until the heartbeat is lost. */
    private static final double SHORTER_MILLIS = 4000;

    /** Written in one go. */
    private static final double TOGETHER_MILLIS = 2;

    /** Shorter than this the interval of two small records says only that the line is at least so fast. */
    private static final double SHORT_MILLIS = 3;

    private static final double LEAST_SHORT_MILLIS = 1.5;
    private static final int LARGE_BYTES = 400;

    /** Older than this on arrival, records read together were held back. */
    private static final double HELD_MILLIS = 100;

    /** And for so long the line is taken for one that loses packets. */
    private static final double LOSSY_MILLIS = 10_000;

    /** More than this cannot be a pair that one read took by chance. */
    private static final double NO_QUEUE_MILLIS = 5;

    /** What was known before counts as one sample, of this length. */
    private static final double RECALLED_MILLIS = 20;

    private final EmptyLine emptyLine = new EmptyLine();
    private final LineRate lineRate = new LineRate();
    private final Jitter jitter = new Jitter();
    private double delay = Double.NaN;
    private double heldAt = Double.NEGATIVE_INFINITY;
    private boolean any;
    private Seen before = new Seen(0, 0, 0, false);

    /** @param took arrival less sending, each by its own clock, unwrapped */
    private record Seen(double at, int stamp, double took, boolean alone) {}

    /**
     * One record of a read.
     *
     * @param bytes on the wire
     * @param first of its read
     * @param alone nothing else was read with it
     */
    void onRecord(double now, int stamp, int bytes, boolean first, boolean alone) {
        Seen seen = new Seen(now, stamp, unwrap(now - stamp * STAMP_MILLIS), alone);
        if (any && emptyLine.isKnown()) {
            compare(seen, bytes, first);
        }
        any = true;
        before = seen;
        if (alone) {
            double late = emptyLine.onRecord(now, seen.took, bytes, lineRate.forSizes());
            jitter.onLate(late);
            delay = Math.max(0, late - jitter.typical());
        } else {
            delay = Double.NaN;
            if (first && emptyLine.isKnown() && over(seen.took, bytes) > HELD_MILLIS) {
                heldAt = now;
            }
        }
    }

    /** @param rate as an earlier connection over this line knew it */
    void recall(double rate) {
        if (rate() == 0 && rate > 0) {
            lineRate.pairs().onPair((int) (RECALLED_MILLIS * rate), RECALLED_MILLIS, 0, false);
        }
    }

    /** How long the last record waited before others; NaN if that cannot be told. */
    double delay() {
        return delay;
    }

    /** Of the line; 0 while it is not known. */
    double rate() {
        return lineRate.rate(jitter);
    }

    private void compare(Seen seen, int bytes, boolean first) {
        double gap = ((seen.stamp - before.stamp) & 0xffff) * STAMP_MILLIS;
        double interval = seen.at - before.at;
        double waited = over(before.took, 0);
        if (seen.alone && gap > waited) {
            jitter.onIdle(seen.at, bytes, seen.took);
            lineRate.onJitter(jitter);
        }
        double queued = waited - jitter.typical();
        if (jitter.isNotable()) {
            compareSpells(seen, bytes, interval, gap, queued);
        } else {
            comparePairs(seen, bytes, first, interval, gap, queued);
        }
    }

    private void compareSpells(Seen seen, int bytes, double interval, double gap, double queued) {
        double late = over(seen.took, 0);
        boolean together = gap <= TOGETHER_MILLIS;
        boolean held = !(seen.alone && before.alone) && late > HELD_MILLIS;
        if (!held && (together || gap < queued - 1)) {
            lineRate.onBusy(bytes, interval, together, late, isTrusted(seen), jitter);
        } else {
            lineRate.onIdle();
        }
    }

    private void comparePairs(Seen seen, int bytes, boolean first, double interval, double gap, double queued) {
        Dispersion pairs = lineRate.pairs();
        boolean together = gap <= TOGETHER_MILLIS;
        boolean large = bytes >= LARGE_BYTES;
        if (first && seen.alone && before.alone) {
            if ((together || gap < queued - 1) && (interval >= SHORT_MILLIS || large)) {
                pairs.onPair(bytes, interval, over(seen.took, 0), isTrusted(seen));
            } else if (together) {
                pairs.onAtLeast(bytes, Math.max(LEAST_SHORT_MILLIS, interval));
            }
        } else if (!first && together && queued - bytes / lineRate.forSizes() < NO_QUEUE_MILLIS) {
            if (large) {
                pairs.onPair(bytes, interval, queued, true);
            } else {
                pairs.onAtLeast(bytes, LEAST_SHORT_MILLIS);
            }
        }
    }

    private boolean isTrusted(Seen seen) {
        return seen.at - heldAt > LOSSY_MILLIS;
    }

    /** How much longer than the fastest a record took, corrected for size. */
    private double over(double took, int bytes) {
        return took - emptyLine.takes(bytes, lineRate.forSizes());
    }

    /** Stamps come round every 33 s: what is meant is little less than on the empty line, or more. */
    private double unwrap(double took) {
        if (!any) {
            return took;
        }
        double empty = emptyLine.isKnown() ? emptyLine.takes(0, Double.POSITIVE_INFINITY) : before.took;
        return took - SPAN_MILLIS * Math.floor((took - empty + SHORTER_MILLIS) / SPAN_MILLIS);
    }
}
