package io.pinhole.loadtest.poor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was measured, by name; times are milliseconds if the name does not say otherwise, shares are percent. */
record Figures(Map<String, Double> values) {

    Figures {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    Optional<Double> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    static final Figures NONE = new Figures(Map.of());

    /** Of each figure the median of those runs that have it; of two the mean. */
    static Figures median(List<Figures> runs) {
        Map<String, List<Double>> all = new LinkedHashMap<>();
        for (Figures run : runs) {
            run.values.forEach((name, value) ->
                    all.computeIfAbsent(name, key -> new ArrayList<>()).add(value));
        }
        Builder medians = new Builder();
        all.forEach((name, values) -> medians.with(
                name, median(values.stream().mapToDouble(v -> v).sorted().toArray())));
        return medians.build();
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Gathers figures; what is not a number was not measured. */
    static final class Builder {

        private final Map<String, Double> values = new LinkedHashMap<>();

        Builder with(String name, double value) {
            if (Double.isFinite(value)) {
                values.put(name, value);
            }
            return this;
        }

        Builder with(String name, Optional<Double> value) {
            value.ifPresent(known -> with(name, known));
            return this;
        }

        Figures build() {
            return new Figures(values);
        }
    }
}
