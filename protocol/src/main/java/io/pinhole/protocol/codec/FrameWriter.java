package io.pinhole.protocol.codec;

import io.netty.buffer.ByteBuf;
import io.pinhole.protocol.frame.Frame;

/** Writes frames: length (varint, of what follows), type byte, body. */
public final class FrameWriter {

    private FrameWriter() {}

    /** Appends a whole frame. Borrows it. */
    public static void write(Frame frame, ByteBuf out) {
        int start = out.writerIndex();
        int reserved = Lengths.bytes(1 + frame.expectedBytes());
        out.writeZero(reserved);
        writeBare(frame, out);
        int length = out.writerIndex() - start - reserved;
        int lengthBytes = Lengths.bytes(length);
        if (lengthBytes != reserved) {
            move(out, start + reserved, start + lengthBytes, length);
        }
        Lengths.set(out, start, length);
    }

    private static void move(ByteBuf out, int from, int to, int length) {
        byte[] bytes = new byte[length];
        out.getBytes(from, bytes);
        out.writerIndex(to);
        out.writeBytes(bytes);
    }

    /** Appends type byte and body, without the length: what fragments are cut from. Borrows the frame. */
    public static void writeBare(Frame frame, ByteBuf out) {
        out.writeByte(frame.typeByte());
        frame.write(out);
    }
}
