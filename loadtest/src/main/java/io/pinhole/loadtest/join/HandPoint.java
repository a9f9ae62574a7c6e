package io.pinhole.loadtest.join;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where a hand was, in units, and when. */
record HandPoint(double x, double y, double millis) {

    /** One point a line: x, y, and milliseconds since the first. */
    static List<HandPoint> read(Path file) {
        List<HandPoint> points = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file)) {
                if (!line.isBlank()) {
                    points.add(parse(file, line.strip()));
                }
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " cannot be read", e);
        }
        if (points.isEmpty()) {
            throw new IllegalArgumentException(file + " has no points");
        }
        return points;
    }

    private static HandPoint parse(Path file, String line) {
        String[] words = line.split("[\\s,]+", -1);
        try {
            if (words.length == 3) {
                return new HandPoint(
                        Double.parseDouble(words[0]), Double.parseDouble(words[1]), Double.parseDouble(words[2]));
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new IllegalArgumentException(file + ": '" + line + "' is not x y milliseconds");
    }
}
