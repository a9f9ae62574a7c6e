package io.pinhole.protocol.frame;

import io.netty.buffer.ByteBuf;

/**
 * Opens every flush: when this link's sender wrote it. Receivers measure queueing delay against the smallest
 * difference that they have seen, so the clocks need not agree.
 *
 * @param time of the sender's monotonic clock in units of 0.5 ms, modulo 65536
 * @param record number of the flush modulo 65536, or {@link #COUNTED}: on a lane that neither loses nor reorders both
 *     ends count stamps instead
 */
public record Stamp(int time, int record) implements LinkFrame {

    public static final int COUNTED = -1;
    public static final long UNIT_NANOS = 500_000;

    static Stamp read(ByteBuf in) throws WireException {
        return switch (in.readableBytes()) {
            case 2 -> new Stamp(in.readUnsignedShort(), COUNTED);
            case 4 -> new Stamp(in.readUnsignedShort(), in.readUnsignedShort());
            default -> throw WireException.malformed("a stamp has 2 or 4 bytes, not " + in.readableBytes());
        };
    }

    @Override
    public void write(ByteBuf out) {
        out.writeShort(time);
        if (record != COUNTED) {
            out.writeShort(record);
        }
    }

    @Override
    public FrameType type() {
        return FrameType.STAMP;
    }
}
