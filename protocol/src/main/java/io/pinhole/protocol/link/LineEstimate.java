package io.pinhole.protocol.link;

/**
 * What one end of a link knows of its line at a moment, and what it makes of it.
 *
 * @param outBitsPerSecond rate of the line from here, as its far end measured it; 0 while it is not known
 * @param inBitsPerSecond rate of the line to here, as it was measured here; 0 while it is not known
 * @param roundTripMillis of the empty line, within the last minute; 0 while it is not known
 * @param queueMillis how long something that was sent had waited in the line's queue, as its far end said last
 * @param tickMillis between two flushes of voice
 * @param windowBytes of photos that may be on their way
 * @param photoBytesInFlight on their way, not yet received by the far application
 * @param waiting here
 */
public record LineEstimate(
        double outBitsPerSecond,
        double inBitsPerSecond,
        double roundTripMillis,
        double queueMillis,
        double tickMillis,
        int windowBytes,
        int photoBytesInFlight,
        Waiting waiting) {

    private static final int BITS_PER_SECOND = 8000;

    /** About how many bytes of each class wait to be sent; photos never do. */
    public record Waiting(int control, int voice, int delta) {}

    static LineEstimate of(Outbound outbound, Inbound inbound) {
        Pacing pacing = outbound.pacing();
        LineModel line = pacing.line();
        return new LineEstimate(
                line.measured() * BITS_PER_SECOND,
                inbound.rate() * BITS_PER_SECOND,
                line.knownRoundTrip(),
                line.reportedQueue(),
                pacing.tick(),
                pacing.window().bytes(),
                pacing.window().inFlight(),
                outbound.waitingBytes());
    }
}
