package io.pinhole.loadtest.join;

/** How long nobody was heard, at most, between the first frame of voice and the last. Time is an argument. */
final class Silence {

    private long lastHeard;
    private long longest;
    private boolean heard;

    /** Voice came. */
    synchronized void broken(long nanos) {
        if (heard) {
            longest = Math.max(longest, nanos - lastHeard);
        }
        heard = true;
        lastHeard = nanos;
    }

    synchronized long longestMillis() {
        return longest / 1_000_000;
    }
}
