package io.pinhole.loadtest.poor;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What was measured, by name; times are milliseconds if the name does not say otherwise, shares are percent. */
record Figures(Map<String, Double> values) {

    Figures {
        values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    Optional<Double> get(String name) {
        return Optional.ofNullable(values.get(name));
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
