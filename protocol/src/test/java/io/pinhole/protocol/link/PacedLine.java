package io.pinhole.protocol.link;

import io.pinhole.protocol.frame.Feedback;
import io.pinhole.protocol.link.Pacing.Written;
import io.pinhole.protocol.link.Timetable.Control;
import io.pinhole.protocol.link.Timetable.Waiting;

/** A line that is paced, for tests that say what it is and what was written to it. */
final class PacedLine {

    static final Waiting NOTHING = new Waiting(Control.NONE, false, false, Double.POSITIVE_INFINITY, false);
    static final Waiting VOICE = new Waiting(Control.NONE, true, false, Double.POSITIVE_INFINITY, false);

    /** Bytes of a record so far. */
    static final int STAMP = 4;

    private boolean held;
    private final Pacing pacing = new Pacing(() -> held);
    private int last = -1;

    Pacing pacing() {
        return pacing;
    }

    /** Whether the kernel holds bytes back. */
    void hold(boolean other) {
        held = other;
    }

    /** The number of the last record. */
    int last() {
        return last;
    }

    /** It has so many bytes a millisecond, is 50 ms long, and was empty 50 ms after the start. */
    void know(double rate) {
        double now = last < 0 ? 0 : 2000 * last;
        write(0, 0, now);
        int capacity = (int) Math.round(rate * 1000 / Feedback.RATE_UNIT);
        pacing.onFeedback(new Feedback(last, 0, 0, 0, capacity), now + 50);
    }

    /** Of the last record, which met no queue; of a photo nothing was taken. */
    void answer(double now) {
        answer(now, 0);
    }

    /** @param received bytes of photos, since the beginning */
    void answer(double now, int received) {
        pacing.onFeedback(new Feedback(last, 0, 0, received, Feedback.UNCHANGED), now);
    }

    boolean photoDue(double now) {
        return pacing.isDue(NOTHING, true, now);
    }

    void write(int bytes, int photoBytes, double now) {
        pacing.onWritten(new Written(bytes, true, false, photoBytes), now);
        last++;
    }

    /** Asks for no answer, so that nothing stalls. */
    void writeQuietly(int bytes, int photoBytes, double now) {
        pacing.onWritten(new Written(bytes, false, false, photoBytes), now);
        last++;
    }

    /** All of a photo that may go at this moment; its bytes. */
    int sendAllAt(double now) {
        int sent = 0;
        while (photoDue(now) && sent < BulkWindow.MOST_BYTES) {
            int chunk = pacing.chunkBytes(STAMP, now);
            sent += chunk;
            write(STAMP + Filling.CHUNK_HEADER_BYTES + chunk, chunk, now);
        }
        return sent;
    }
}
