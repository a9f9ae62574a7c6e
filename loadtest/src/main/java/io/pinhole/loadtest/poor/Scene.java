package io.pinhole.loadtest.poor;

import java.util.List;

/**
 * A line, and what happens on it.
 *
 * @param name as it is asked for
 * @param shared the photos that are sent at once; only the second of several is looked at
 * @param both both people have such a line, and both talk
 */
record Scene(String name, Line line, Speech speech, List<Change> changes, Photos shared, boolean both) {

    /** So many photos of so many bytes each. */
    record Photos(int count, int bytes) {}

    Scene {
        changes = List.copyOf(changes);
    }

    boolean isLossy() {
        return line.up().lossPercent() > 0;
    }

    boolean isAlbum() {
        return shared.count() > 1;
    }

    /** How fast the line is after so many seconds, in bits a second. */
    double bitsPerSecond(Direction direction, double second) {
        double rate = line.way(direction).kilobitsPerSecond() * 1000.0;
        for (Change change : changes) {
            if (change instanceof Change.Rate other && second >= other.at()) {
                rate = other.kilobitsPerSecond() * 1000.0;
            } else if (change instanceof Change.Outage outage && second >= outage.from() && second < outage.to()) {
                return 0;
            }
        }
        return rate;
    }
}
