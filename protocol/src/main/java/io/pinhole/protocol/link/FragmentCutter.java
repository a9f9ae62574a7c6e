package io.pinhole.protocol.link;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.pinhole.protocol.codec.FrameWriter;
import io.pinhole.protocol.frame.Fragment;
import io.pinhole.protocol.frame.Frame;
import io.pinhole.protocol.frame.TrafficClass;
import org.jspecify.annotations.Nullable;

/** Sends the frames of one class piece by piece when they are larger than a piece, which counts its header. */
final class FragmentCutter {

    /** Length, type, flags. */
    private static final int HEADER_BYTES = 4;

    private static final int TOTAL_BYTES = 3;

    private final TrafficClass trafficClass;
    private @Nullable ByteBuf rest;
    private int total;

    FragmentCutter(TrafficClass trafficClass) {
        this.trafficClass = trafficClass;
    }

    TrafficClass trafficClass() {
        return trafficClass;
    }

    /** Whether a frame is on its way in pieces; until it is through, no other of its class may start. */
    boolean isBusy() {
        return rest != null;
    }

    /** Of the unfinished frame that are still to be written. */
    int bytes() {
        return rest == null ? 0 : rest.readableBytes();
    }

    /** Writes a small frame whole, or the first piece of a larger one. */
    void write(Frame frame, int pieceBytes, ByteBuf out) {
        assert rest == null : "a frame of this class is unfinished";
        int start = out.writerIndex();
        FrameWriter.write(frame, out);
        if (out.writerIndex() - start > pieceBytes && frame.type().mayBeFragmented()) {
            out.writerIndex(start);
            ByteBuf whole = Unpooled.buffer();
            FrameWriter.writeBare(frame, whole);
            rest = whole;
            total = whole.readableBytes();
            writeNext(pieceBytes, out);
        }
    }

    /** Writes the next piece of the unfinished frame. */
    void writeNext(int pieceBytes, ByteBuf out) {
        ByteBuf from = rest;
        assert from != null : "nothing is unfinished";
        boolean first = from.readerIndex() == 0;
        int header = HEADER_BYTES + (first ? TOTAL_BYTES : 0);
        ByteBuf data = from.readSlice(Math.min(pieceBytes - header, from.readableBytes()));
        boolean last = !from.isReadable();
        FrameWriter.write(new Fragment(trafficClass, first, last, first ? total : 0, data), out);
        if (last) {
            from.release();
            rest = null;
        }
    }

    void clear() {
        if (rest != null) {
            rest.release();
            rest = null;
        }
    }
}
