package io.pinhole.protocol.link;

/**
 * What share of the measured rate is really ours: others use the line, too, and a measurement may be wrong. Follows the
 * errors of the {@link QueueModel} slowly, by their median, because single ones come from lost packets. Pure;
 * milliseconds.
 */
final class RateCorrection {

    private static final double LEAST = 0.25;
    private static final double MOST = 1.25;
    private static final double GAIN = 0.15;
    private static final double MOST_AT_ONCE = 0.05;
    private static final int MEMORY = 5;

    private final RunningMedian errors = new RunningMedian(MEMORY);
    private double factor = 1;

    double factor() {
        return factor;
    }

    /**
     * @param error by how much longer than was thought a record has waited, while the line was kept busy
     * @param loop how long a correction takes to show
     */
    void onError(double error, double loop) {
        errors.add(error);
        double step = GAIN * errors.median() / loop;
        factor = clamp(factor * (1 - clamp(step, -MOST_AT_ONCE, MOST_AT_ONCE)), LEAST, MOST);
    }

    private static double clamp(double value, double least, double most) {
        return Math.min(most, Math.max(least, value));
    }
}
