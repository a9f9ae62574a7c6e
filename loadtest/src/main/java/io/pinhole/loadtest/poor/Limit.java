package io.pinhole.loadtest.poor;

/** How soon a photo could be whole on a line of which voice has taken what it needs at the least. */
final class Limit {

    private static final double STEP_SECONDS = 0.01;
    private static final int PATIENCE = 5;
    private static final int MORE_SECONDS = 30;
    private static final double NEVER = 3600;

    private Limit() {}

    /** From Send on. */
    static double seconds(Scene scene, Direction direction, int photoBytes) {
        double bits = photoBytes * (double) Byte.SIZE;
        double second = 0;
        while (bits > 0 && second < NEVER) {
            double rate = scene.bitsPerSecond(direction, Performance.SEND + second);
            bits -= STEP_SECONDS * Math.max(0, rate - scene.speech().leastBitsPerSecond());
            second += STEP_SECONDS;
        }
        return second;
    }

    /** The second of a run when nobody waits any longer. */
    static int patience(Scene scene, Direction direction, int photoBytes) {
        return Performance.SEND + MORE_SECONDS + (int) (PATIENCE * seconds(scene, direction, photoBytes));
    }
}
