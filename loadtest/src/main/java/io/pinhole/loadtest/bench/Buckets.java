package io.pinhole.loadtest.bench;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A histogram as Prometheus tells it: how many values were at most so large, by upper bound. */
record Buckets(NavigableMap<Double, Double> atMost) {

    Buckets {
        atMost = new TreeMap<>(atMost);
    }

    /** What came in between an earlier state and this one. */
    Buckets since(Buckets before) {
        NavigableMap<Double, Double> news = new TreeMap<>(atMost);
        news.replaceAll((bound, n) -> n - before.atMost.getOrDefault(bound, 0.0));
        return new Buckets(news);
    }

    double count() {
        return atMost.isEmpty() ? 0 : atMost.lastEntry().getValue();
    }

    /**
     * The value that the fraction q of all do not exceed, evenly spread within its bucket; in the last bucket, which
     * has no end, its beginning. Not a number if there are no values.
     */
    double quantile(double q) {
        double rank = q * count();
        double from = 0;
        double below = 0;
        for (Map.Entry<Double, Double> bucket : atMost.entrySet()) {
            double upTo = bucket.getValue();
            if (upTo >= rank && upTo > below) {
                double bound = bucket.getKey();
                return Double.isInfinite(bound) ? from : from + (bound - from) * (rank - below) / (upTo - below);
            }
            from = bucket.getKey();
            below = upTo;
        }
        return Double.NaN;
    }
}
