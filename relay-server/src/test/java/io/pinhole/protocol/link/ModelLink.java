package io.pinhole.protocol.link;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.pinhole.protocol.codec.FrameReader;
import io.pinhole.protocol.codec.Reassembler;
import io.pinhole.protocol.frame.Deltas;
import io.pinhole.protocol.frame.Feedback;
import io.pinhole.protocol.frame.Fragment;
import io.pinhole.protocol.frame.Frame;
import io.pinhole.protocol.frame.FrameType;
import io.pinhole.protocol.frame.LinkFrame;
import io.pinhole.protocol.frame.Stamp;
import io.pinhole.protocol.frame.WireException;

/** One end of a connection without its channel: queues that are emptied, and bytes that are read, when a test says so. */
public final class ModelLink {

    private static final UnpooledByteBufAllocator HEAP = new UnpooledByteBufAllocator(false);

    private final Outbound outbound = new Outbound(LinkMeter.NONE, () -> false);
    private final Inbound inbound = new Inbound();
    private final Longhand longhand = new Longhand(outbound.own());
    private final ByteBuf unread = Unpooled.buffer();
    private final FrameReader reader;
    private final Reassembler reassembler;

    /** Who is told what comes in. */
    public interface Sink {

        /** Borrows the frame. */
        void received(Frame frame) throws WireException;
    }

    /** @param peer who is at the other end */
    public ModelLink(FrameType.Sender peer) {
        this.reader = new FrameReader(peer, FrameReader.MAX_FRAME_BYTES);
        this.reassembler = new Reassembler(peer, HEAP);
    }

    /** @throws AssertionError if the peer has left too much unread: histories are not that long */
    public void send(Frame frame) {
        if (!outbound.add(frame)) {
            throw new AssertionError("too much waits");
        }
    }

    public void replace(Object key, Frame frame) {
        outbound.replace(key, frame);
    }

    public void send(Deltas deltas, Runnable lapsed) {
        outbound.add(deltas, lapsed);
    }

    public void want(int photo, Runnable ask) {
        outbound.want(photo, ask);
    }

    public void forget(int photo) {
        outbound.forget(photo);
    }

    public void forgetSigns(int participant) {
        outbound.forgetSigns(participant);
    }

    public boolean isEmpty() {
        return outbound.isEmpty();
    }

    /** @return false if there was nothing to write */
    public boolean writeRecord(ByteBuf out, long now) {
        return outbound.fill(out, inbound, now);
    }

    /** Takes bytes as they come, wherever they are cut. */
    public void read(ByteBuf in, long now, Sink sink) throws WireException {
        unread.discardReadBytes().writeBytes(in);
        for (Frame frame = reader.next(unread); frame != null; frame = reader.next(unread)) {
            try {
                read(frame, now, sink);
            } finally {
                frame.release();
            }
        }
        inbound.onReadEnd(now);
    }

    /** As it was meant. */
    private void hand(Frame frame, Sink sink) throws WireException {
        Frame meant = longhand.of(frame);
        if (meant != null) {
            sink.received(meant);
        }
    }

    private void read(Frame frame, long now, Sink sink) throws WireException {
        if (!(frame instanceof LinkFrame)) {
            hand(frame, sink);
        } else if (frame instanceof Stamp stamp) {
            inbound.onFrame(stamp, 4, now);
        } else if (frame instanceof Feedback feedback) {
            outbound.onFeedback(feedback, now);
        } else if (frame instanceof Fragment fragment) {
            Frame whole = reassembler.accept(fragment.retained());
            if (whole != null) {
                hand(whole, sink);
                whole.release();
            }
        }
    }

    /** The connection is over. */
    public void close() {
        outbound.clear();
        reassembler.release();
        unread.release();
    }
}
