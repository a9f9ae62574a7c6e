package io.pinhole.protocol.link;

import java.util.Arrays;

/** A set of delays in milliseconds; those that never ended are infinite. */
final class Delays {

    private final double[] sorted;

    Delays(double[] millis) {
        sorted = millis.clone();
        Arrays.sort(sorted);
    }

    int count() {
        return sorted.length;
    }

    /** @param share 0 to 1; NaN if there are none */
    double quantile(double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)];
    }

    double p50() {
        return quantile(0.5);
    }

    double p99() {
        return quantile(0.99);
    }

    /** The share that took longer; NaN if there are none, or nothing to compare with. */
    double shareOver(double millis) {
        long over = Arrays.stream(sorted).filter(delay -> delay > millis).count();
        return sorted.length == 0 || Double.isNaN(millis) ? Double.NaN : (double) over / sorted.length;
    }
}
