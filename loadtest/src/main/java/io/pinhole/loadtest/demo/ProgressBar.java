package io.pinhole.loadtest.demo;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How much of each rendition is there, told in quarters. */
final class ProgressBar {

    private static final int STEPS = 4;
    private static final int CELLS = 24;

    private final Map<String, Long> told = new HashMap<>();

    /** The bar, if this piece takes the rendition into its next quarter. */
    Optional<String> after(Happening piece) {
        long total = piece.number("total");
        long there = piece.number("offset") + piece.number("bytes");
        long step = there * STEPS / Math.max(1, total);
        String rendition = piece.text("photo") + piece.text("rendition");
        if (step <= told.getOrDefault(rendition, 0L)) {
            return Optional.empty(); // or it comes once more
        }
        told.put(rendition, step);
        int full = (int) (there * CELLS / total);
        return Optional.of(String.format(
                Locale.ROOT,
                "[%s%s] %3d %%  %,d of %,d bytes, %d scans",
                "#".repeat(full),
                ".".repeat(CELLS - full),
                there * 100 / total,
                there,
                total,
                piece.number("scan")));
    }
}
