package io.pinhole.loadtest.bench;

import io.pinhole.protocol.widget.Geometry;
import java.util.SplittableRandom;

/** The hands that are measured, on a photo that is shown 1600 pixels wide. */
enum InkHand {
    NOTE("a note, small letters", 12, 2),
    LARGE("large letters", 24, 2),
    QUICK("a quick pen", 12, 4);

    static final double PIXEL = Geometry.SIDE / 1600.0;

    private static final double TREMOR = 0.05 * PIXEL;

    private final String words;
    private final int pixels;
    private final int loops;

    InkHand(String words, int pixels, int loops) {
        this.words = words;
        this.pixels = pixels;
        this.loops = loops;
    }

    Handwriting writing(SplittableRandom random) {
        return new Handwriting(random, pixels * PIXEL, loops, TREMOR);
    }

    @Override
    public String toString() {
        return words + ", " + pixels + " px, " + loops + " loops/s";
    }
}
