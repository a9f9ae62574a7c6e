package io.pinhole.loadtest.poor;

/** How soon a photo could be whole on a line of which voice has taken what it needs at the least. */
final class Limit {

    private static final double STEP_SECONDS = 0.01;
    private static final int PATIENCE = 6;
    private static final int MORE_SECONDS = 60;
    private static final int MAX_STEPS = 360_000;

    private Limit() {}

    /** From Send on. */
    static double seconds(Scene scene, Direction direction, int photoBytes) {
        double bits = photoBytes * (double) Byte.SIZE;
        int step = 0;
        for (; bits > 0 && step < MAX_STEPS; step++) {
            double rate = scene.bitsPerSecond(direction, Performance.SEND + step * STEP_SECONDS);
            bits -= STEP_SECONDS * Math.max(0, rate - scene.speech().leastBitsPerSecond());
        }
        return step * STEP_SECONDS;
    }

    /** The second of a run when nobody waits any longer. */
    static int patience(Scene scene, Direction direction, int photoBytes) {
        return Performance.SEND + MORE_SECONDS + (int) (PATIENCE * seconds(scene, direction, photoBytes));
    }
}
