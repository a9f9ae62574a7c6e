package io.pinhole.protocol.link;

import io.pinhole.protocol.frame.Feedback;
import java.util.function.BooleanSupplier;

/**
 * When a link writes, and how much of it may be photo.
 *
 * <h2>Why voice does not notice photos, and photos still use what voice leaves</h2>
 *
 * A priority queue helps only what is still in it. What was given to the kernel, and what waits before the narrowest
 * part of the way, goes in the order in which it came: on 64 kbit/s every kilobyte there makes voice an eighth of a
 * second late. No option of the socket keeps it out: {@code TCP_NOTSENT_LOWAT} says when to write and not how much, and
 * TCP's own window follows losses, of which a deep queue has none until it is seconds long. So the sender must not
 * write what the line cannot take at once, and must know by itself what that is.
 *
 * <p><b>Measure.</b> Each record begins with the time at which it was written. The receiver compares with the fastest of
 * the last two minutes: what it took longer is the queue (one-way delay as in LEDBAT, RFC 6817, so that nobody's clock
 * need be right; the receiver computes, as in rLEDBAT, RFC 9840). Records that were read together were held back by
 * TCP for a lost one, so they say nothing. Two packets written together arrive as far apart as the line needs for the
 * second: {@link Dispersion} takes the rate from that, {@link PacketPairs} provides them. Where the delay jumps about by
 * itself ({@link Jitter}) two may come together over the slowest line, so {@link LineRate} takes longer spells then.
 *
 * <p><b>Model.</b> What the receiver saw is a round trip old, and a loop that waits for it either leaves the line idle or
 * lets the queue swing by a round trip's worth of bytes. The sender knows what it has sent since, and when, so it computes
 * the queue of now by Lindley's recursion ({@link QueueModel}); what the receiver reports corrects the model, half at
 * once into the queue and slowly into the rate ({@link RateCorrection}), which is how others on the line, and
 * measurements that flatter, are found. Loss is no signal: TCP slows down for it below us, and on a radio link it means
 * nothing.
 *
 * <p><b>Fill.</b> With a rate and a queue the rest is a subtraction: a record takes along as many photo bytes as bring the
 * queue to 20 ms at the time of the next record. Everything due at one moment is one record, because a packet's
 * headers cost 74 bytes and 20 ms of speech 40: {@link Tempo} makes the moments rarer the slower the line,
 * {@link Timetable} lets the rest ride with voice. A piece never holds the line for more than 50 ms.
 *
 * <p><b>Doubt.</b> A model can be wrong. The {@link BulkWindow} bounds what is not received yet, whatever the model says;
 * nothing but control is written while nothing is answered; a line on which the model sees half a second of queue gets
 * no voice that would come too late anyhow; if the queue has not been seen empty for half a minute, one record
 * goes without photo, in case the emptiest line that is known is not empty; and where TCP can be asked, no photo is
 * written while it still holds back what it has ({@link KernelBacklog}). Photos get 64 bytes every half second even so.
 *
 * <p>Pure; milliseconds, bytes, bytes a millisecond. Owned by the link's thread.
 */
final class Pacing {

    /** One flush, one TLS record, one packet of the usual size, headers and all. */
    static final int RECORD_BYTES = 1400;

    /** A queue of our own making that would make voice too late: for a moment, none is added. */
    private static final double HOPELESS_MILLIS = 400;

    private static final double MUTE_MILLIS = 1500;

    /** The emptiest line that is known may not be true any more: every so often the queue is let run dry. */
    private static final double DRAIN_MILLIS = 30_000;

    private static final double DRAIN_AGAIN_MILLIS = 2000;

    private static final double PHOTO_MILLIS = 1000;
    private static final double SOON_MILLIS = 5;
    private static final double HELD_UP_MILLIS = 10;

    private final BooleanSupplier held;
    private final LineModel line = new LineModel();
    private final BulkWindow window = new BulkWindow();
    private final Filling filling = new Filling(line, window);
    private final Timetable timetable = new Timetable();
    private final ControlGate gate = new ControlGate();
    private final PacketPairs pairs = new PacketPairs();
    private double photoAt = Double.NEGATIVE_INFINITY;
    private double hopelessSince = Double.NaN;
    private double period = 20;
    private double tick = 60;
    private boolean photoNow;
    private boolean stalled;

    /** @param held whether the kernel still holds bytes that it has not sent once; false where that cannot be told */
    Pacing(BooleanSupplier held) {
        this.held = held;
    }

    void onSpoken(double now, int frameMillis) {
        period = frameMillis;
        timetable.onSpoken(now);
    }

    /** Whether packets should be few for the sake of the other direction. */
    void spare(boolean packets) {
        timetable.spare(packets);
    }

    /** @return false if the feedback cannot be true */
    boolean onFeedback(Feedback feedback, double now) {
        if (!window.onReceived(feedback.received())) {
            return false;
        }
        line.onFeedback(feedback, now, tick);
        if (line.isPlenty()) {
            window.follow(now, line.roundTrip(), line.reportedQueue());
        } else {
            fitWindow();
        }
        return true;
    }

    private void fitWindow() {
        double queue = line.reportedQueue() - Filling.TARGET_MILLIS;
        window.fit(line.rate(), line.roundTrip(), tick + Inbound.PATIENCE_MILLIS, queue);
    }

    /**
     * Whether to write a record now. What it may hold is asked for piece by piece then.
     *
     * @param photo whether bytes of a photo wait, or of something else that is long
     */
    boolean isDue(Timetable.Waiting waiting, boolean photo, double now) {
        if (photo || window.inFlight() > 0) {
            if (now - photoAt > PHOTO_MILLIS) {
                pairs.onPhotosBegin(now);
            }
            photoAt = now;
        }
        tick = Tempo.millis(line.measured(), line.roundTrip(), now - photoAt < PHOTO_MILLIS, period);
        stalled = line.isStalled(now);
        if (pairs.takePending()) {
            return true;
        }
        Timetable.Pace pace = new Timetable.Pace(tick, period);
        double controlWaits = waiting.control() == Timetable.Control.NONE ? 0 : gate.ask(line, now);
        Timetable.Waiting free = controlWaits > 0 ? waiting.ofClosedGate() : waiting;
        boolean due = timetable.isDue(stalled ? free.ofStalledLine() : free, pace, now);
        if (controlWaits > 0) {
            timetable.wakeAfter(controlWaits, now);
        }
        photoNow = photo && controlWaits == 0 && mayMove(now);
        boolean pieceDue = photoNow && isPieceDue(pace, now);
        return due || pieceDue;
    }

    private boolean mayMove(double now) {
        if (stalled) {
            return false; // an answer will wake
        }
        if (!line.isPlenty() && held.getAsBoolean()) {
            timetable.wakeAfter(HELD_UP_MILLIS, now);
            return false;
        }
        if (line.sinceEmpty(now) > DRAIN_MILLIS) {
            line.expectEmpty(now + DRAIN_AGAIN_MILLIS - DRAIN_MILLIS);
            timetable.wakeAfter(tick, now);
            return false;
        }
        return true;
    }

    private boolean isPieceDue(Timetable.Pace pace, double now) {
        if (window.room() == 0) {
            line.onLimited();
            window.onHeldUp();
            return false;
        }
        return line.isPlenty()
                || timetable.isPhotoDue(filling.ridesWithVoice(tick), filling.overTarget(now), pace, now);
    }

    /** Whether control may go with the record. */
    boolean mayControl() {
        return gate.isOpen();
    }

    /** Whether what is due may go now, but for control: what is written to a line that does not move is only late. */
    boolean isStalled() {
        return stalled;
    }

    /**
     * Whether waiting voice would come too late anyhow: the queue is long by our own mistake, and must run dry. As long as
     * answers come in time the mistake is in what we think of the queue.
     */
    boolean isHopeless(double now) {
        double queue = line.queue(now);
        boolean isOnTime = line.waitedForAnswer(now) < line.roundTrip() + HOPELESS_MILLIS / 2;
        if (!line.isKnown() || line.isPlenty() || isOnTime || queue < HOPELESS_MILLIS / 2) {
            hopelessSince = Double.NaN;
        } else if (queue > HOPELESS_MILLIS && Double.isNaN(hopelessSince)) {
            hopelessSince = now;
        }
        return !Double.isNaN(hopelessSince) && queue > HOPELESS_MILLIS && now - hopelessSince < MUTE_MILLIS;
    }

    /** The most that a frame may have, header included, before it is cut. */
    int pieceBytes() {
        return filling.pieceBytes();
    }

    /**
     * How much of a record may be deltas, which would else fill the line as photos would.
     *
     * @param used bytes of the record so far
     */
    int deltaBytes(int used, double now) {
        return filling.deltaBytes(used, tick, photoNow, now);
    }

    /**
     * How many bytes of a photo may go with a record.
     *
     * @param used bytes of the record so far
     * @return 0 for none
     */
    int chunkBytes(int used, double now) {
        return photoNow && !stalled ? filling.chunkBytes(used, tick, now) : 0;
    }

    /** Whether a piece of a photo of this size goes in a record of its own, right behind the one it could have joined. */
    boolean isPair(int chunk, double now) {
        return !line.isPlenty() && pairs.isForPiece(chunk, now);
    }

    /** Whether the frames of voice that wait go as two records, one right behind the other. */
    boolean isVoicePair(int frames, double now) {
        boolean photos = now - photoAt <= PHOTO_MILLIS;
        return tick > period && !(photos && line.isPlenty()) && pairs.isForVoice(frames, photos, now);
    }

    /** What a written record was made of. */
    record Written(int bytes, boolean asks, boolean voice, int photoBytes) {}

    void onWritten(Written record, double now) {
        line.onSent(now, record.bytes + FrameSize.RECORD_OVERHEAD, record.asks);
        if (record.asks) {
            timetable.onFlushed(now, record.voice);
        }
        if (record.photoBytes > 0) {
            window.onSent(record.photoBytes);
            line.onLimited();
            filling.onPiece(now);
        }
    }

    /** There was nothing to write after all. */
    void onNothing(double now) {
        timetable.wakeAfter(SOON_MILLIS, now);
    }

    /** As an earlier connection over this line knew it. */
    void recall(LineMemory memory, double now) {
        line.recall(now, memory.rate(), memory.roundTripMillis());
        if (line.isKnown() && !line.isPlenty()) {
            fitWindow();
        }
    }

    /** When to ask again if nothing happens before, in milliseconds; infinite: never. */
    double wakeAt() {
        return timetable.wakeAt();
    }

    LineModel line() {
        return line;
    }

    BulkWindow window() {
        return window;
    }

    /** Between two flushes of voice. */
    double tick() {
        return tick;
    }
}
