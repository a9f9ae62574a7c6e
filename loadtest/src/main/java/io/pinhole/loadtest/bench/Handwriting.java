package io.pinhole.loadtest.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A hand that writes, measured 120 times a second: slanted loops that drift along the line, change their height, width
 * and speed from letter to letter, every fourth of them tall, and tremble a little.
 */
final class Handwriting {

    static final int HERTZ = 120;

    private final SplittableRandom random;
    private final double height;
    private final double loops;
    private final double tremor;

    /**
     * @param height of a small letter, in units
     * @param loops a second
     * @param tremor in units
     */
    Handwriting(SplittableRandom random, double height, double loops, double tremor) {
        this.random = random;
        this.height = height;
        this.loops = loops;
        this.tremor = tremor;
    }

    /** The x and y of each point of one stroke that takes so long. */
    List<double[]> stroke(double startX, double startY, double seconds) {
        List<double[]> points = new ArrayList<>();
        Letter letter = letter();
        Letter next = letter();
        double phase = random.nextDouble() * 2 * Math.PI;
        double letterEnds = phase + 2 * Math.PI;
        double x = startX;
        for (int i = 0; i < seconds * HERTZ; i++) {
            if (phase > letterEnds) {
                letter = next;
                next = letter();
                letterEnds += 2 * Math.PI;
            }
            double into = 1 - (letterEnds - phase) / (2 * Math.PI);
            double tall = letter.tall + (next.tall - letter.tall) * into;
            double wide = letter.wide + (next.wide - letter.wide) * into;
            double hertz = letter.hertz + (next.hertz - letter.hertz) * into;
            phase += 2 * Math.PI * hertz / HERTZ;
            x += 0.7 * height * hertz / HERTZ;
            double up = tall * StrictMath.sin(phase);
            points.add(new double[] {
                x + wide * StrictMath.cos(phase + 0.4) + 0.3 * up + random.nextGaussian() * tremor,
                startY - up + random.nextGaussian() * tremor
            });
        }
        return points;
    }

    private Letter letter() {
        double tall = random.nextInt(4) == 0 ? height : height / 2;
        return new Letter(
                tall * random.nextDouble(0.8, 1.2),
                height * random.nextDouble(0.1, 0.4),
                loops * random.nextDouble(0.75, 1.25));
    }

    private record Letter(double tall, double wide, double hertz) {}
}
