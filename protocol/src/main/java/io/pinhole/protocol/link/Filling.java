package io.pinhole.protocol.link;

/**
 * How much of a record may be what, so that the line's queue comes down to its target just when the next record is due.
 * Pure; milliseconds, bytes, bytes a millisecond.
 */
final class Filling {

    /** The queue aimed at: enough for the line never to run dry between two flushes, little enough not to be heard. */
    static final double TARGET_MILLIS = 20;

    private static final double LEAST_TARGET_MILLIS = 8;
    private static final double TARGET_BYTES = 2000;

    /** A piece may hold the line for so long. */
    private static final double PIECE_MILLIS = 50;

    static final int LEAST_PIECE_BYTES = 192;

    /** A record of photo alone, where it need not wait for voice. */
    private static final double FULL_RECORD_MILLIS = 60;

    private static final int LEAST_FULL_RECORD_BYTES = 300;

    /** Fewer photo bytes than this are not worth their header; but so many go every half a second, come what may. */
    private static final int LEAST_CHUNK_BYTES = 48;

    private static final int TRICKLE_BYTES = 64;
    private static final double TRICKLE_MILLIS = 500;
    static final int CHUNK_HEADER_BYTES = 5;

    /** Deltas that wait get at least this much of each record. */
    private static final int LEAST_DELTA_BYTES = 200;

    private static final double DELTA_SHARE = 0.75;

    private final LineModel line;
    private final BulkWindow window;
    private double pieceAt = Double.NEGATIVE_INFINITY;

    Filling(LineModel line, BulkWindow window) {
        this.line = line;
        this.window = window;
    }

    /** A piece of a photo was written. */
    void onPiece(double now) {
        pieceAt = now;
    }

    /** How long it takes until the queue is down to its target. */
    double overTarget(double now) {
        return line.queue(now) - target();
    }

    /** Whether a tick's worth of the line fits into one packet. */
    boolean ridesWithVoice(double tick) {
        return line.rate() * tick <= Pacing.RECORD_BYTES;
    }

    /** The most that a frame may have, header included, before it is cut. */
    int pieceBytes() {
        return (int) Math.min(Pacing.RECORD_BYTES, Math.max(LEAST_PIECE_BYTES, PIECE_MILLIS * line.rate()));
    }

    /**
     * How much of a record may be deltas.
     *
     * @param used bytes of the record so far
     * @param besidePhoto whether a photo wants some of it
     */
    int deltaBytes(int used, double tick, boolean besidePhoto, double now) {
        if (line.isPlenty()) {
            return Pacing.RECORD_BYTES - used;
        }
        int room = (int) ((besidePhoto ? DELTA_SHARE : 1) * room(used, tick, now));
        return Math.min(Pacing.RECORD_BYTES - used, Math.max(LEAST_DELTA_BYTES, room));
    }

    /**
     * How many bytes of a photo may go with a record.
     *
     * @param used bytes of the record so far
     * @return 0 for none
     */
    int chunkBytes(int used, double tick, double now) {
        int most = Math.min(Pacing.RECORD_BYTES - used - CHUNK_HEADER_BYTES, window.room());
        int room = line.isPlenty() ? most : Math.min(most, room(used, tick, now) - CHUNK_HEADER_BYTES);
        if (room >= LEAST_CHUNK_BYTES) {
            return room;
        }
        boolean starves = now - pieceAt > TRICKLE_MILLIS;
        return starves ? Math.max(0, Math.min(most, TRICKLE_BYTES)) : 0;
    }

    /** What fills the line up to the target at the time of the next flush. */
    private int room(int used, double tick, double now) {
        double ahead = ridesWithVoice(tick)
                ? tick
                : Math.min(Pacing.RECORD_BYTES, Math.max(LEAST_FULL_RECORD_BYTES, FULL_RECORD_MILLIS * line.rate()))
                        / line.rate();
        return (int) (line.rate() * (target() + ahead - line.queue(now))) - used - FrameSize.RECORD_OVERHEAD;
    }

    private double target() {
        return Math.min(TARGET_MILLIS, Math.max(LEAST_TARGET_MILLIS, TARGET_BYTES / line.rate()));
    }
}
