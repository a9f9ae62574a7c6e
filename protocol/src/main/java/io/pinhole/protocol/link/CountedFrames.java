package io.pinhole.protocol.link;

import io.netty.buffer.ByteBuf;
import io.pinhole.protocol.codec.FrameWriter;
import io.pinhole.protocol.frame.Frame;
import org.jspecify.annotations.Nullable;

/** Frames on their way into a record, of which the meter is told. */
record CountedFrames(ByteBuf out, LinkMeter meter) {

    void write(Frame frame) {
        int before = out.writerIndex();
        FrameWriter.write(frame, out);
        meter.sent(frame.type().trafficClass(), out.writerIndex() - before);
    }

    /** @param frame to begin; null to go on with the unfinished one */
    void write(FragmentCutter pieces, @Nullable Frame frame, int pieceBytes) {
        int before = out.writerIndex();
        if (frame == null) {
            pieces.writeNext(pieceBytes, out);
        } else {
            pieces.write(frame, pieceBytes, out);
        }
        meter.sent(pieces.trafficClass(), out.writerIndex() - before);
    }
}
