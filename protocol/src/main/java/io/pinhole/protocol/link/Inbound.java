package io.pinhole.protocol.link;

import io.pinhole.protocol.frame.Feedback;
import io.pinhole.protocol.frame.Stamp;
import org.jspecify.annotations.Nullable;

/**
 * What the receiving end of a link measures for its sender, and when it is time to say so. Pure: time is an argument,
 * in nanoseconds of the monotonic clock. Owned by the link's thread.
 */
final class Inbound {

    /** Photo bytes after which feedback is due at once: two full pieces, about half of the sender's window. */
    static final int EAGER_BYTES = 2 * Outbound.CHUNK_BYTES;

    /** With fewer photo bytes, feedback waits so long for more, or for a flush to ride on. */
    static final long PATIENCE_NANOS = 20_000_000;

    /** Without photos, feedback rides along at most so often. */
    static final long IDLE_NANOS = 100_000_000;

    /** Photo bytes that may wait for the application, windows of other versions included. */
    static final int MAX_UNTAKEN = 1 << 20;

    private static final int STAMP_MASK = 0xffff;

    /** Stamps come round every 33 s. Up to 24 s over the smallest offset is delay, the rest is a new smallest one. */
    private static final int MAX_DELAY = 0xc000;

    private int records;
    private long lastRecordAt;
    private int smallestOffset;
    private int delay;
    private int arrived;
    private int received;
    private int saidReceived;
    private int saidRecords;
    private long saidAt;
    private long owedSince;

    /** A flush of the peer begins. */
    void onStamp(Stamp stamp, long now) {
        int offset = (int) (now / Stamp.UNIT_NANOS - stamp.time()) & STAMP_MASK;
        int over = (offset - smallestOffset) & STAMP_MASK;
        if (records == 0 || over > MAX_DELAY) {
            smallestOffset = offset;
            delay = 0;
        } else {
            delay = over;
        }
        records++;
        lastRecordAt = now;
    }

    /**
     * Photo bytes have come in.
     *
     * @return false if the peer sends far more than its window allows
     */
    boolean onArrived(int bytes) {
        arrived += bytes;
        return arrived - received <= MAX_UNTAKEN;
    }

    /** The application has taken in photo bytes. */
    void onTaken(int bytes, long now) {
        if (received == saidReceived) {
            owedSince = now;
        }
        received += bytes;
    }

    /** Whether feedback is worth a flush of its own. */
    boolean isDue(long now) {
        int owed = received - saidReceived;
        return owed >= EAGER_BYTES || (owed > 0 && now - owedSince >= PATIENCE_NANOS);
    }

    /** Whether photo bytes are taken in that the peer has not been told of. */
    boolean isOwed() {
        return received != saidReceived;
    }

    /** The feedback to send with a flush that goes now, or null if there is no news worth its bytes. */
    @Nullable Feedback ride(long now) {
        if (records == 0 || (!isOwed() && (records == saidRecords || now - saidAt < IDLE_NANOS))) {
            return null;
        }
        saidReceived = received;
        saidRecords = records;
        saidAt = now;
        return new Feedback(
                (records - 1) & STAMP_MASK,
                (int) Math.min(255, (now - lastRecordAt) / 1_000_000),
                delay,
                received & (Feedback.RECEIVED_MODULUS - 1),
                Feedback.UNCHANGED);
    }

    /** Queueing delay of the last flush over the smallest seen, in units of {@link Stamp#UNIT_NANOS}. */
    int delay() {
        return delay;
    }
}
