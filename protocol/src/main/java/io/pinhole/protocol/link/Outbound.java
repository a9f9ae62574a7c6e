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
import org.jspecify.annotations.Nullable;

/**
 * One connection's outbound side: decides what goes next. Control and voice are strict, deltas go before photos, photos
 * are pulled when the {@link BulkWindow} has room. Pure: time is an argument, bytes go to a buffer. Owned by the link's
 * thread.
 */
final class Outbound {

    /** One flush, one TLS record, one packet. */
    static final int RECORD_BYTES = 1200;

    /** No piece of any class is larger, header included, so that voice never waits long behind one. */
    static final int PIECE_BYTES = 512;

    /** What a piece of a photo holds besides its header. */
    static final int CHUNK_BYTES = PIECE_BYTES - 8;

    private final ControlQueue control = new ControlQueue();
    private final VoiceQueue voice = new VoiceQueue();
    private final DeltaQueue delta;
    private final Shorthand shorthand = new Shorthand();
    private final PhotoQueue photos = new PhotoQueue();
    private final BulkWindow window = new BulkWindow();
    private final FragmentCutter controlPieces = new FragmentCutter(TrafficClass.CONTROL);
    private final FragmentCutter deltaPieces = new FragmentCutter(TrafficClass.DELTA);
    private final LinkMeter meter;
    private long droppedBefore;

    Outbound(LinkMeter meter) {
        this.meter = meter;
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
    void add(Voice frame, long since) {
        voice.add(frame, since);
    }

    void add(PhotoSource source) {
        photos.add(source);
    }

    void remove(PhotoSource source) {
        photos.remove(source);
    }

    /** @return false if the feedback cannot be true */
    boolean onFeedback(Feedback feedback) {
        return window.onReceived(feedback.received());
    }

    /** Photo bytes sent and not yet received by the peer. */
    int photoBytesInFlight() {
        return window.inFlight();
    }

    /**
     * Writes what should go now, as one record. Feedback rides along; it goes alone only when it is due, else two idle
     * ends would answer each other's feedback for ever.
     *
     * @return false if there is nothing to send; nothing was written
     */
    boolean fill(ByteBuf out, Inbound inbound, long now) {
        int start = out.writerIndex();
        FrameWriter.write(new Stamp((int) ((now / Stamp.UNIT_NANOS) & 0xffff), Stamp.COUNTED), out);
        int empty = out.writerIndex();
        int end = start + RECORD_BYTES;
        fillControl(out, voice.isEmpty() ? end : start + PIECE_BYTES); // a long list must not keep voice waiting
        fillVoice(out, end, now);
        fillDelta(out, end);
        fillPhotos(out, end);
        if (out.writerIndex() > empty || inbound.isDue(now)) {
            Feedback feedback = inbound.ride(now);
            if (feedback != null) {
                write(feedback, out);
            }
        }
        if (out.writerIndex() == empty) {
            out.writerIndex(start);
            return false;
        }
        return true;
    }

    /** Whether nothing waits; photos may, though none of their bytes can go now. */
    boolean isEmpty() {
        return voice.isEmpty()
                && control.isEmpty()
                && delta.isEmpty()
                && photos.isEmpty()
                && !controlPieces.isBusy()
                && !deltaPieces.isBusy();
    }

    /** Gives everything back that still waits. */
    void clear() {
        control.clear();
        voice.clear();
        delta.clear();
        photos.clear();
        controlPieces.clear();
        deltaPieces.clear();
    }

    /** Of a fragmented frame one piece a record at most, so that voice goes between. */
    private void fillControl(ByteBuf out, int end) {
        if (controlPieces.isBusy()) {
            fillPiece(controlPieces, null, out);
        }
        while (out.writerIndex() < end && !controlPieces.isBusy() && !control.isEmpty()) {
            fillPiece(controlPieces, control.poll(), out);
        }
    }

    private void fillVoice(ByteBuf out, int end, long now) {
        voice.dropStale(now);
        while (out.writerIndex() < end && !voice.isEmpty()) {
            VoiceQueue.Entry entry = voice.poll(now);
            if (entry != null) {
                write(entry.voice(), out);
                entry.voice().release();
                meter.voiceSent(now - entry.since());
            }
        }
        if (voice.dropped() != droppedBefore) {
            meter.voiceDropped(voice.dropped() - droppedBefore);
            droppedBefore = voice.dropped();
        }
    }

    private void fillDelta(ByteBuf out, int end) {
        while (out.writerIndex() < end) {
            Frame next = deltaPieces.isBusy() ? null : delta.poll();
            if (next == null && !deltaPieces.isBusy()) {
                return;
            }
            fillPiece(deltaPieces, next == null ? null : shorthand.of(next), out);
        }
    }

    private void fillPiece(FragmentCutter pieces, @Nullable Frame frame, ByteBuf out) {
        int before = out.writerIndex();
        if (frame == null) {
            pieces.writeNext(PIECE_BYTES, out);
            meter.sent(pieces.trafficClass(), out.writerIndex() - before);
        } else {
            pieces.write(frame, PIECE_BYTES, out);
            meter.sent(frame.type().trafficClass(), out.writerIndex() - before);
        }
    }

    private void fillPhotos(ByteBuf out, int end) {
        while (out.writerIndex() < end && !photos.isEmpty()) {
            Chunk chunk = window.room() < CHUNK_BYTES ? null : photos.next(CHUNK_BYTES);
            if (chunk == null) {
                return;
            }
            window.onSent(chunk.data().readableBytes());
            write(chunk, out);
            chunk.release();
        }
    }

    private void write(Frame frame, ByteBuf out) {
        int before = out.writerIndex();
        FrameWriter.write(frame, out);
        meter.sent(frame.type().trafficClass(), out.writerIndex() - before);
    }
}
