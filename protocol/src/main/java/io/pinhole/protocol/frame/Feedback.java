package io.pinhole.protocol.frame;

import io.netty.buffer.ByteBuf;

/**
 * What the receiving end of a link tells its sender: which flush came last, how it fared, how many photo bytes have
 * been received in all.
 *
 * @param record number of the last flush received, modulo 65536
 * @param holdMillis how long ago that was, at most {@link #MOST_HOLD}
 * @param delay how long it waited in the queue of the line, in units of 0.5 ms, or {@link #UNKNOWN}
 * @param received chunk data bytes taken in by the application since the connection began, modulo 2^24
 * @param capacity the line's rate in units of {@link #RATE_UNIT}, or {@link #UNCHANGED}
 */
public record Feedback(int record, int holdMillis, int delay, int received, int capacity) implements LinkFrame {

    public static final int UNCHANGED = -1;

    /** As much as the field holds, or more. */
    public static final int MOST_HOLD = 255;

    /** It came with others, after a loss was repaired, and so says nothing about the queue. */
    public static final int UNKNOWN = 0xffff;

    /** Bytes a second. */
    public static final int RATE_UNIT = 16;

    /** As much as the field holds, or more: over 8 Mbit/s. */
    public static final int MOST_RATE = 0xffff;

    public static final int RECEIVED_MODULUS = 1 << 24;

    static Feedback read(ByteBuf in) throws WireException {
        int length = in.readableBytes();
        if (length != 8 && length != 10) {
            throw WireException.malformed("feedback has 8 or 10 bytes, not " + length);
        }
        return new Feedback(
                in.readUnsignedShort(),
                in.readUnsignedByte(),
                in.readUnsignedShort(),
                in.readUnsignedMedium(),
                in.isReadable() ? in.readUnsignedShort() : UNCHANGED);
    }

    @Override
    public void write(ByteBuf out) {
        out.writeShort(record);
        out.writeByte(holdMillis);
        out.writeShort(delay);
        out.writeMedium(received);
        if (capacity != UNCHANGED) {
            out.writeShort(capacity);
        }
    }

    @Override
    public FrameType type() {
        return FrameType.FEEDBACK;
    }
}
