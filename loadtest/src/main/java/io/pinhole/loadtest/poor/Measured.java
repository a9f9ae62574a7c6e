package io.pinhole.loadtest.poor;

import java.util.Optional;

/**
 * What was measured in one scene: with photos, and what that is compared with.
 *
 * @param quiet the same without a photo, or none
 * @param voice nothing but voice, or none
 */
record Measured(Figures photo, Figures quiet, Figures voice) {

    Optional<Double> get(String name) {
        return photo.get(name);
    }

    Optional<Double> difference(String name, String lessName) {
        return photo.get(name).flatMap(value -> photo.get(lessName).map(less -> value - less));
    }

    Optional<Double> overQuiet(String name) {
        return photo.get(name).flatMap(value -> quiet.get(name).map(less -> value - less));
    }
}
