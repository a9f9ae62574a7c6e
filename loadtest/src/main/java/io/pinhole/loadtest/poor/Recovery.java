package io.pinhole.loadtest.poor;

import io.pinhole.loadtest.poor.Track.Sent;
import java.util.List;
import java.util.Optional;

/** When voice is well again after something happened to the line. */
final class Recovery {

    /** Once is not enough: this long every frame must come in time. */
    private static final long STAYS_NANOS = 500_000_000;

    private Recovery() {}

    /**
     * Seconds from a moment on until frames come in time, and go on to do so; empty if they do not.
     *
     * @param millis how late after it was due is in time
     */
    static Optional<Double> seconds(Track track, long since, double millis) {
        List<Sent> frames = track.all();
        int from = 0;
        for (int at = 0; at < frames.size(); at++) {
            Sent frame = frames.get(at);
            boolean isGood = frame.millis().filter(late -> late <= millis).isPresent()
                    && frame.arrivedAt().filter(arrived -> arrived - since >= 0).isPresent();
            if (!isGood) {
                from = at + 1;
            } else if (frame.due() - frames.get(from).due() >= STAYS_NANOS) {
                return frames.get(from).arrivedAt().map(arrived -> (arrived - since) / 1e9);
            }
        }
        return Optional.empty();
    }
}
