package io.pinhole.protocol.link;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The rate of a line, from records that came off it one right behind the other: the second takes as long as the line
 * needs for its bytes (the packet pair of Keshav, 1991). Pure; milliseconds, bytes, bytes a millisecond.
 */
final class Dispersion {

    /** From here on a line is not what anybody waits for: 8 Mbit/s. */
    static final double PLENTY = 1000;

    private static final int MEMORY = 8;

    /** Timers are no better. */
    private static final double LEAST_MILLIS = 0.25;

    /** Longer ones are those of a slow line. */
    private static final double SLOW_MILLIS = 10;

    /** On a slow line; what came between two records, such as a bare acknowledgement, makes a sample small. */
    private static final double QUANTILE = 0.8;

    /** Two in a row beyond these say that the line is another one now. */
    private static final double FALLEN = 0.65;

    private static final double RISEN = 1.5;

    /** One is enough if its record was late as well. */
    private static final double COLLAPSED = 0.5;

    /** But not for less than this: a receiver that paused for a moment looks the same. */
    private static final double LEAST_COLLAPSED = 0.25;

    private static final double LATE_MILLIS = 80;

    private final Deque<Sample> samples = new ArrayDeque<>();
    private double rate;
    private double leastMillis;

    private record Sample(int bytes, double millis) {
        double rate() {
            return bytes / millis;
        }
    }

    /** 0 while it is not known. */
    double rate() {
        return rate;
    }

    /**
     * @param millis between the record before and this one, of so many bytes
     * @param late how much longer than on an empty line it took
     * @param trusted nothing was repaired lately, so what is late met a queue
     */
    void onPair(int bytes, double millis, double late, boolean trusted) {
        Sample sample = new Sample(bytes, Math.max(LEAST_MILLIS, millis));
        Sample before = samples.peekLast();
        if (rate > 0 && before != null) {
            boolean collapsed = trusted && sample.rate() < COLLAPSED * rate && late > LATE_MILLIS + bytes / rate;
            if (collapsed) {
                samples.clear();
                sample = new Sample(bytes, Math.min(sample.millis, bytes / (LEAST_COLLAPSED * rate)));
            } else if (isOtherLine(before.rate(), sample.rate())) {
                samples.clear();
                samples.add(before);
            }
        }
        samples.add(sample);
        if (samples.size() > MEMORY) {
            samples.remove();
        }
        rate = estimate();
    }

    /** The line let so many bytes through in so little time that it has at least that rate. */
    void onAtLeast(int bytes, double millis) {
        if (bytes / millis > rate) {
            onPair(bytes, millis, 0, false);
        }
    }

    /**
     * The delay of the line jumps about, so that only long samples mean something.
     *
     * @param millis 0 if it is steady
     * @param rough takes what is too short
     */
    void onlyFrom(double millis, RoughRate rough) {
        leastMillis = millis;
        boolean any = samples.removeIf(sample -> {
            if (sample.millis < millis) {
                rough.onPair(sample.bytes, sample.millis);
            }
            return sample.millis < millis;
        });
        if (any) {
            rate = samples.isEmpty() ? 0 : estimate();
        }
    }

    private boolean isOtherLine(double before, double now) {
        return Math.max(before, now) < FALLEN * rate || Math.min(before, now) > RISEN * rate;
    }

    private double estimate() {
        double millis = 0;
        double bytes = 0;
        for (Sample sample : samples) {
            millis += sample.millis;
            bytes += sample.bytes;
        }
        if (millis <= SLOW_MILLIS * samples.size() || leastMillis > 0) {
            return bytes / millis; // a sum, against the noise of timers, or of the line
        }
        double[] sorted = samples.stream().mapToDouble(Sample::rate).sorted().toArray();
        return sorted[(int) (QUANTILE * sorted.length)];
    }
}
