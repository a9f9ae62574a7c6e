package io.pinhole.protocol.link;

import io.netty.buffer.ByteBuf;
import io.pinhole.protocol.codec.FrameWriter;
import io.pinhole.protocol.frame.Chunk;
import io.pinhole.protocol.frame.Deltas;
import io.pinhole.protocol.frame.Feedback;
import io.pinhole.protocol.frame.Frame;
import io.pinhole.protocol.frame.Stamp;
import io.pinhole.protocol.frame.TrafficClass;
import io.pinhole.protocol.frame.Voice;
import java.util.function.BooleanSupplier;

/**
 * One connection's outbound side: what waits, by class, and the record that is made of it when {@link Pacing} says so.
 * Control and voice are strict, deltas go before photos, photos are pulled into what is left. What refers to control,
 * as a chunk does to the request that names its photo, never overtakes it. Pure: time is an argument,
 * in nanoseconds of the monotonic clock, and bytes go to a buffer. Owned by the link's thread.
 */
final class Outbound {

    /** Not to be woken a rounding error too early, for ever. */
    private static final long ROUNDING_NANOS = 1000;

    private final ControlQueue control = new ControlQueue();
    private final VoiceQueue voice = new VoiceQueue();
    private final DeltaQueue delta;
    private final OwnOperations own = new OwnOperations();
    private final Shorthand shorthand = new Shorthand(own);
    private final PhotoQueue photos = new PhotoQueue();
    private final FragmentCutter controlPieces = new FragmentCutter(TrafficClass.CONTROL);
    private final FragmentCutter deltaPieces = new FragmentCutter(TrafficClass.DELTA);
    private final Pacing pacing;
    private final LinkMeter meter;
    private final LinkWatch watch;

    /** @param held whether the kernel still holds bytes that it has not sent once; false where that cannot be told */
    Outbound(LinkMeter meter, BooleanSupplier held) {
        this.meter = meter;
        this.pacing = new Pacing(held);
        this.watch = new LinkWatch(meter);
        this.delta = new DeltaQueue(meter);
    }

    /** @return false if the peer leaves too much unread: the connection should end */
    boolean add(Frame frame) {
        return frame.type().trafficClass() == TrafficClass.DELTA ? delta.add(frame) : control.add(frame);
    }

    boolean isOverfull() {
        return control.isOverfull() || delta.isOverfull();
    }

    void replace(Object key, Frame frame) {
        control.replace(key, frame);
    }

    void add(Deltas deltas, Runnable lapsed) {
        delta.add(deltas, lapsed);
    }

    void want(int photo, Runnable ask) {
        delta.want(photo, ask);
    }

    void forget(int photo) {
        delta.forget(photo);
    }

    void forgetSigns(int participant) {
        delta.forgetSigns(participant);
    }

    /** Takes the voice over. */
    void add(Voice frame, long since, long now) {
        pacing.onSpoken(millis(now), frame.duration().millis());
        voice.add(frame, since);
    }

    void add(PhotoSource source) {
        photos.add(source);
    }

    void remove(PhotoSource source) {
        photos.remove(source);
    }

    /** @return false if the feedback cannot be true */
    boolean onFeedback(Feedback feedback, long now) {
        return pacing.onFeedback(feedback, millis(now));
    }

    /** What the other direction must know to read the peer's {@link Shorthand}. */
    OwnOperations own() {
        return own;
    }

    /** What is known of the line and done about it. */
    Pacing pacing() {
        return pacing;
    }

    /** Whether it is time for a record. */
    boolean isDue(Inbound inbound, long now) {
        voice.dropStale(now);
        watch.onDropped(voice);
        pacing.spare(inbound.arePacketsDear(now));
        boolean due = pacing.isDue(waiting(inbound), photos.hasBytes() || deltaPieces.isBusy(), millis(now));
        watch.onLine(pacing.isStalled(), now);
        return due;
    }

    /** Looks what waits now: before a record may be written, and after one was. */
    void watch(long now) {
        watch.onWaiting(isControlWaiting(), isDeltaWaiting(), now);
    }

    LineEstimate.Waiting waitingBytes() {
        return new LineEstimate.Waiting(
                control.bytes() + controlPieces.bytes(), voice.bytes(), delta.bytes() + deltaPieces.bytes());
    }

    /**
     * Writes the record that is due.
     *
     * @return false if there is nothing in it after all; nothing was written
     */
    boolean fill(ByteBuf out, Inbound inbound, long now) {
        Draft draft = new Draft(out, inbound, now);
        draft.fill();
        return draft.finish();
    }

    /** When to ask again if nothing happens before, in nanoseconds; {@link Long#MAX_VALUE} for never. */
    long wakeAt() {
        double at = pacing.wakeAt();
        return at == Double.POSITIVE_INFINITY ? Long.MAX_VALUE : (long) (at * 1e6) + ROUNDING_NANOS;
    }

    private Timetable.Waiting waiting(Inbound inbound) {
        return new Timetable.Waiting(
                waitingControl(), !voice.isEmpty(), isDeltaWaiting(), inbound.dueAt(), inbound.isUrgent());
    }

    private Timetable.Control waitingControl() {
        if (controlPieces.isBusy() || control.isPressing()) {
            return Timetable.Control.PRESSING;
        }
        return control.isEmpty() ? Timetable.Control.NONE : Timetable.Control.PATIENT;
    }

    /** Whether nothing waits that could go now. */
    boolean isEmpty() {
        return voice.isEmpty() && !isControlWaiting() && !isDeltaWaiting() && !photos.hasBytes();
    }

    private boolean isControlWaiting() {
        return !control.isEmpty() || controlPieces.isBusy();
    }

    private boolean isDeltaWaiting() {
        return !delta.isEmpty() || deltaPieces.isBusy();
    }

    /** Gives everything back that still waits. */
    void clear() {
        control.clear();
        voice.dropAll();
        watch.onDropped(voice);
        delta.clear();
        photos.clear();
        controlPieces.clear();
        deltaPieces.clear();
    }

    private static double millis(long nanos) {
        return nanos / 1e6;
    }

    /** A record in the making. */
    private final class Draft {

        private final ByteBuf out;
        private final CountedFrames counted;
        private final Inbound inbound;
        private final long now;
        private final int start;
        private final int empty;
        private boolean answers;
        private boolean speaks;
        private int photoBytes;

        Draft(ByteBuf out, Inbound inbound, long now) {
            this.out = out;
            this.counted = new CountedFrames(out, meter);
            this.inbound = inbound;
            this.now = now;
            this.start = out.writerIndex();
            FrameWriter.write(new Stamp((int) ((now / Stamp.UNIT_NANOS) & 0xffff), Stamp.COUNTED), out);
            this.empty = out.writerIndex();
        }

        void fill() {
            fillFeedback();
            int before = out.writerIndex();
            fillControl();
            if (!pacing.isStalled()) {
                if (pacing.isHopeless(millis(now))) {
                    voice.dropAll();
                    watch.onDropped(voice);
                }
                boolean voiceFollows = fillVoice();
                if (!voiceFollows && !isControlWaiting()) {
                    fillDelta();
                    boolean moreFollows = deltaPieces.isBusy() && pacing.isPair(used(), millis(now));
                    if (!moreFollows) {
                        fillPhotos(out.writerIndex() > before);
                    }
                }
            }
            answers = out.writerIndex() == before;
        }

        private int used() {
            return out.writerIndex() - start;
        }

        private boolean isFull() {
            return used() >= Pacing.RECORD_BYTES;
        }

        private void fillFeedback() {
            Feedback feedback = inbound.ride(now);
            if (feedback != null) {
                counted.write(feedback);
            }
        }

        /** A long list must not keep voice waiting; of a fragmented frame one piece a record at most. */
        private void fillControl() {
            if (!pacing.mayControl()) {
                return;
            }
            if (controlPieces.isBusy()) {
                counted.write(controlPieces, null, pacing.pieceBytes());
            }
            int most = voice.isEmpty() ? Pacing.RECORD_BYTES : pacing.pieceBytes();
            while (used() < most && !controlPieces.isBusy() && !control.isEmpty()) {
                counted.write(controlPieces, control.poll(), pacing.pieceBytes());
            }
        }

        /** @return whether the rest of the voice goes in a record of its own, right behind */
        private boolean fillVoice() {
            boolean pair = pacing.isVoicePair(voice.size(), millis(now));
            int most = pair ? (voice.size() + 1) / 2 : Voice.MAX_COUNT;
            while (!isFull() && !voice.isEmpty()) {
                VoiceQueue.Entry entry = voice.poll(Math.min(most, Voice.MAX_COUNT), now);
                if (entry != null) {
                    speaks = true;
                    counted.write(entry.voice());
                    entry.voice().release();
                    meter.voiceSent(entry.voice().count(), now - entry.since());
                }
                if (pair) {
                    return true;
                }
            }
            return false;
        }

        private void fillDelta() {
            int end = out.writerIndex() + pacing.deltaBytes(used(), millis(now));
            while (out.writerIndex() < end) {
                Frame next = deltaPieces.isBusy() ? null : delta.poll();
                if (next == null && !deltaPieces.isBusy()) {
                    return;
                }
                counted.write(deltaPieces, next == null ? null : shorthand.of(next), pieceBefore(end));
            }
        }

        private int pieceBefore(int end) {
            return Math.min(pacing.pieceBytes(), Math.max(Filling.LEAST_PIECE_BYTES, end - out.writerIndex()));
        }

        private void fillPhotos(boolean isWithOthers) {
            int most = pacing.chunkBytes(used(), millis(now));
            if (most > 0 && photos.hasBytes() && pacing.isPair(most, millis(now))) {
                most = isWithOthers ? 0 : most / 2; // the rest goes right behind
            }
            while (most > 0) {
                Chunk chunk = photos.next(most);
                if (chunk == null) {
                    return;
                }
                photoBytes += chunk.data().readableBytes();
                counted.write(chunk);
                most -= chunk.data().readableBytes() + Filling.CHUNK_HEADER_BYTES;
                chunk.release();
            }
        }

        /** @return false if there was nothing to write */
        boolean finish() {
            if (out.writerIndex() == empty) {
                out.writerIndex(start);
                pacing.onNothing(millis(now));
                return false;
            }
            pacing.onWritten(new Pacing.Written(used(), !answers, speaks, photoBytes), millis(now));
            watch(now);
            return true;
        }
    }
}
