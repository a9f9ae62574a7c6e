package io.pinhole.loadtest.poor;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * How late things came after they were due, in milliseconds.
 *
 * @param sorted of those that came
 * @param lost how many did not
 */
record Delays(List<Double> sorted, int lost) {

    Delays {
        sorted = List.copyOf(sorted);
    }

    /** @param delays empty of what was lost */
    static Delays of(Collection<Optional<Double>> delays) {
        List<Double> came = delays.stream().flatMap(Optional::stream).sorted().toList();
        return new Delays(came, delays.size() - came.size());
    }

    int count() {
        return sorted.size() + lost;
    }

    /** The nearest rank of those that came; not a number if none did. */
    double quantile(double q) {
        if (sorted.isEmpty()) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(q * sorted.size());
        return sorted.get(Math.max(0, rank - 1));
    }

    double max() {
        return quantile(1);
    }

    /** The share that came later than that or not at all; 0 of nothing. */
    double shareOver(double millis) {
        long over = sorted.stream().filter(late -> late > millis).count();
        return count() == 0 ? 0 : (double) (over + lost) / count();
    }
}
