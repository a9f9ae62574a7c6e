package io.pinhole.loadtest.poor;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * What must be reached.
 *
 * @param says what is measured
 * @param isLeast whether the bound is the least, or else the most
 */
record Bar(String says, String unit, double bound, boolean isLeast, Function<Measured, Optional<Double>> figure) {

    static Bar most(String says, String unit, double bound, Function<Measured, Optional<Double>> figure) {
        return new Bar(says, unit, bound, false, figure);
    }

    static Bar least(String says, String unit, double bound, Function<Measured, Optional<Double>> figure) {
        return new Bar(says, unit, bound, true, figure);
    }

    Optional<Double> of(Measured measured) {
        return figure.apply(measured);
    }

    /** What was not measured is not held. */
    boolean isHeld(Measured measured) {
        return of(measured)
                .filter(value -> isLeast ? value >= bound : value <= bound)
                .isPresent();
    }

    String boundText() {
        return (isLeast ? ">= " : "<= ") + number(bound) + (unit.isEmpty() ? "" : " " + unit);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.format(Locale.ROOT, "%s", value);
    }
}
