package io.pinhole.protocol.link;

import io.pinhole.protocol.frame.Chunk;
import io.pinhole.protocol.frame.Feedback;
import io.pinhole.protocol.frame.Frame;
import io.pinhole.protocol.frame.Stamp;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The receiving end of a link: tells {@link Arrivals} what came, and the peer what it saw. Every record is answered,
 * but for those of nothing but feedback; the answer rides with the next flush, and waits for one for a while. Pure: time
 * is an argument, in nanoseconds of the monotonic clock. Owned by the link's thread.
 */
final class Inbound {

    /** Photo bytes that may wait for the application, windows of other versions included. */
    static final int MAX_UNTAKEN = 1 << 20;

    /** With photos on a slow line, an answer waits at most so long for a flush to ride with. */
    static final double PATIENCE_MILLIS = 200;

    /** Without photos; less than a stall, which the sender would take a longer silence for. */
    private static final double QUIET_PATIENCE_MILLIS = 300;

    /** A queue that grew by so much is news to be told at once. */
    private static final double JUMP_MILLIS = 40;

    private static final double NOTABLE_MILLIS = 50;
    private static final double URGENT_SPACING_MILLIS = 20;
    private static final double PHOTO_MILLIS = 1000;

    private static final double UNIT_MILLIS = Stamp.UNIT_NANOS / 1e6;
    private static final int RECORD_MASK = 0xffff;

    /** The rate is said again when it has changed by more than this part of it. */
    private static final double NEWS = 0.03;

    private final Arrivals arrivals = new Arrivals();
    private final List<Arrived> read = new ArrayList<>();
    private int records;

    /** Of a record that was read in two, and counted with its first part. */
    private boolean restAsks;

    private double lastRecordAt;
    private double photoAt = Double.NEGATIVE_INFINITY;
    private int arrived;
    private int received;
    private double saidAt = Double.NEGATIVE_INFINITY;
    private double saidDelay;
    private int saidRate;
    private double dueAt = Double.POSITIVE_INFINITY;
    private boolean urgent;

    /** A record as far as it was read. */
    private static final class Arrived {
        final double at;
        final int stamp;
        int bytes = FrameSize.RECORD_OVERHEAD;
        boolean asks;

        Arrived(double at, int stamp) {
            this.at = at;
            this.stamp = stamp;
        }
    }

    /** A frame was read from the line, of so many bytes. */
    void onFrame(Frame frame, int bytes, long now) {
        if (frame instanceof Stamp stamp) {
            read.add(new Arrived(millis(now), stamp.time()));
        }
        boolean asks = !(frame instanceof Stamp || frame instanceof Feedback);
        if (frame instanceof Chunk) {
            photoAt = millis(now);
        }
        if (read.isEmpty()) {
            restAsks |= asks && records > 0;
        } else {
            Arrived record = read.get(read.size() - 1);
            record.bytes += bytes;
            record.asks |= asks;
        }
    }

    /** All is read that was there to read. */
    void onReadEnd(long now) {
        if (read.isEmpty() && !restAsks) {
            return;
        }
        boolean asks = restAsks;
        restAsks = false;
        for (int i = 0; i < read.size(); i++) {
            Arrived record = read.get(i);
            arrivals.onRecord(record.at, record.stamp, record.bytes, i == 0, read.size() == 1);
            asks |= record.asks;
        }
        if (!read.isEmpty()) {
            records += read.size();
            lastRecordAt = millis(now);
            read.clear();
        }
        plan(asks, millis(now));
    }

    private void plan(boolean asks, double now) {
        if (asks && dueAt == Double.POSITIVE_INFINITY) {
            dueAt = Math.max(now, saidAt + spacing(now));
        }
        double delay = arrivals.delay();
        if (delay > NOTABLE_MILLIS && delay > saidDelay + JUMP_MILLIS) {
            dueAt = Math.max(now, saidAt + URGENT_SPACING_MILLIS);
            urgent = true;
        }
    }

    private boolean photosCome(double now) {
        return now - photoAt <= PHOTO_MILLIS;
    }

    /** Whether packets of ours cost the peer's photos something, as TCP acknowledges them on the same slow line. */
    boolean arePacketsDear(long now) {
        return photosCome(millis(now)) && arrivals.rate() > 0 && arrivals.rate() < Tempo.SLOW_FOR_PHOTOS;
    }

    /** The faster the line, the sooner the sender must know. */
    private double spacing(double now) {
        double rate = arrivals.rate();
        if (!photosCome(now)) {
            return QUIET_PATIENCE_MILLIS;
        }
        if (rate < 12.5) {
            return rate > 0 ? PATIENCE_MILLIS : 40;
        }
        if (rate >= Dispersion.PLENTY) {
            return 5;
        }
        return rate < 37.5 ? 100 : rate < 125 ? 40 : 20;
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
        received += bytes;
        if (dueAt == Double.POSITIVE_INFINITY) {
            dueAt = Math.max(millis(now), saidAt + spacing(millis(now)));
        }
    }

    /** When feedback is due, in milliseconds; infinite if there is nothing to tell. */
    double dueAt() {
        return records == 0 ? Double.POSITIVE_INFINITY : dueAt;
    }

    /** Whether it should not wait for something to ride with. */
    boolean isUrgent() {
        return urgent;
    }

    /** The feedback to send with a flush that goes now, or null if there is no news. */
    @Nullable Feedback ride(long now) {
        if (dueAt() == Double.POSITIVE_INFINITY) {
            return null;
        }
        double delay = arrivals.delay();
        saidAt = millis(now);
        saidDelay = Double.isNaN(delay) ? 0 : delay;
        dueAt = Double.POSITIVE_INFINITY;
        urgent = false;
        return new Feedback(
                (records - 1) & RECORD_MASK,
                (int) Math.min(Feedback.MOST_HOLD, saidAt - lastRecordAt),
                Double.isNaN(delay)
                        ? Feedback.UNKNOWN
                        : (int) Math.min(Feedback.UNKNOWN - 1, Math.round(delay / UNIT_MILLIS)),
                received & (Feedback.RECEIVED_MODULUS - 1),
                rateNews());
    }

    private int rateNews() {
        int rate = (int) Math.min(Feedback.MOST_RATE, arrivals.rate() * 1000 / Feedback.RATE_UNIT);
        if (Math.abs(rate - saidRate) <= NEWS * saidRate) {
            return Feedback.UNCHANGED;
        }
        saidRate = rate;
        return rate;
    }

    /** @param rate as an earlier connection over this line knew it */
    void recall(double rate) {
        arrivals.recall(rate);
    }

    /** Of the line in bytes a millisecond, as this end sees it; 0 while it is not known. */
    double rate() {
        return arrivals.rate();
    }

    /** How long the last record waited in the line's queue, in milliseconds; NaN if that cannot be told. */
    double delay() {
        return arrivals.delay();
    }

    private static double millis(long nanos) {
        return nanos / 1e6;
    }
}
