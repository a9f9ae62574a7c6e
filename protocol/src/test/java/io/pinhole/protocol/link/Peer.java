package io.pinhole.protocol.link;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.pinhole.protocol.codec.FrameReader;
import io.pinhole.protocol.codec.FrameWriter;
import io.pinhole.protocol.codec.Reassembler;
import io.pinhole.protocol.frame.Chunk;
import io.pinhole.protocol.frame.Fragment;
import io.pinhole.protocol.frame.Frame;
import io.pinhole.protocol.frame.FrameType.Sender;
import io.pinhole.protocol.frame.Stroke;
import io.pinhole.protocol.frame.Voice;
import io.pinhole.protocol.frame.WidgetId;
import io.pinhole.protocol.frame.WireException;
import io.pinhole.protocol.proto.WidgetKindValue;
import io.pinhole.protocol.widget.Ink;
import java.util.ArrayList;
import java.util.List;

/** The other end, as tests see it: what bytes say, and frames to say something with. All on the heap. */
final class Peer {

    private Peer() {}

    /** The frames in these bytes, which a relay wrote; takes the buffer. */
    static List<Frame> read(ByteBuf bytes) {
        ByteBuf in = Unpooled.buffer().writeBytes(bytes);
        bytes.release();
        FrameReader reader = new FrameReader(Sender.RELAY, FrameReader.MAX_FRAME_BYTES);
        List<Frame> frames = new ArrayList<>();
        try {
            for (Frame frame = reader.next(in); frame != null; frame = reader.next(in)) {
                frames.add(frame);
            }
        } catch (WireException e) {
            throw new AssertionError("a link wrote what no peer would read", e);
        }
        if (in.isReadable()) {
            throw new AssertionError("a link wrote half a frame");
        }
        return frames;
    }

    /** The frames that these fragments and frames are in truth. */
    static List<Frame> assembled(List<Frame> frames) {
        Reassembler reassembler = new Reassembler(Sender.RELAY, Unpooled.EMPTY_BUFFER.alloc());
        List<Frame> assembled = new ArrayList<>();
        try {
            for (Frame frame : frames) {
                Frame whole = frame instanceof Fragment fragment ? reassembler.accept(fragment) : frame;
                if (whole != null) {
                    assembled.add(whole);
                }
            }
        } catch (WireException e) {
            throw new AssertionError("a link wrote fragments that do not fit together", e);
        }
        return assembled;
    }

    static ByteBuf bytes(Frame... frames) {
        ByteBuf bytes = Unpooled.buffer();
        for (Frame frame : frames) {
            FrameWriter.write(frame, bytes);
        }
        return bytes;
    }

    static int size(Frame frame) {
        return bytes(frame).readableBytes();
    }

    static Voice voice(int tick) {
        return new Voice(false, 5, Voice.Duration.MILLIS_20, 1, 1, tick, data(40));
    }

    static Chunk chunk(int bytes) {
        return new Chunk(1, Chunk.CONTINUES, data(bytes));
    }

    /** Of always the same stroke. */
    static Stroke piece(int... grid) {
        return new Stroke(
                1,
                2,
                new WidgetId(1, 1),
                WidgetKindValue.WIDGET_FREEHAND,
                0xff00ff00,
                40,
                Ink.of(4, grid).toMessage());
    }

    static ByteBuf data(int bytes) {
        return Unpooled.buffer().writeZero(bytes);
    }
}
