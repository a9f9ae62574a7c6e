package io.pinhole.protocol.link;

/**
 * How much time lies between two flushes of voice, and so how many frames share the headers of a packet: 74 bytes,
 * nearly twice what 20 ms of speech have. On a poor line the headers are worth more than the delay; on a good one
 * nothing is. Pure; milliseconds, bytes a millisecond.
 */
public final class Tempo {

    private static final double FAST = 75; // 600 kbit/s
    private static final double MIDDLING = 25; // 200 kbit/s
    private static final double SLOW = 5.6; // 45 kbit/s

    /** Below this, pieces of photos take so much of the line that fuller packets pay: 110 kbit/s. */
    static final double SLOW_FOR_PHOTOS = 13.75;

    private static final double PHOTO_MILLIS = 80;

    /** On a line of long delay, an answer to each flush says no more than one to every few. */
    private static final double ROUND_TRIP_SHARE = 1 / 8.0;

    private static final double MOST_FOR_ROUND_TRIP_MILLIS = 100;
    private static final double UNKNOWN_MILLIS = 60;

    private Tempo() {}

    /**
     * @param rate as measured; 0 while it is not known
     * @param period of a voice frame
     */
    static double millis(double rate, double roundTrip, boolean photosMove, double period) {
        double millis = byRate(rate);
        if (photosMove && rate > 0 && rate < SLOW_FOR_PHOTOS) {
            millis = Math.max(millis, PHOTO_MILLIS);
        }
        if (rate < Dispersion.PLENTY) {
            millis = Math.max(millis, Math.min(MOST_FOR_ROUND_TRIP_MILLIS, ROUND_TRIP_SHARE * roundTrip));
        }
        return Math.ceil(millis / period - 0.01) * period;
    }

    /** How much voice a flush has, in milliseconds, on a line of this rate that nothing else uses. */
    public static int bundleMillis(int bitsPerSecond, int frameMillis) {
        return (int) millis(bitsPerSecond / 8000.0, 0, false, frameMillis);
    }

    private static double byRate(double rate) {
        if (rate <= 0) {
            return UNKNOWN_MILLIS;
        }
        if (rate >= FAST) {
            return 20;
        }
        return rate >= MIDDLING ? 40 : rate >= SLOW ? 60 : 120;
    }
}
