package io.pinhole.protocol.frame;

import io.netty.buffer.ByteBuf;

/**
 * A part of a frame that is larger than the piece size of the moment. Fragments of one class follow each other in
 * order; frames of more urgent classes may come between.
 *
 * @param total bytes of the whole frame from its type byte on; in the first fragment only, else 0
 */
public record Fragment(TrafficClass trafficClass, boolean first, boolean last, int total, ByteBuf data)
        implements LinkFrame {

    private static final int FIRST = 4;
    private static final int LAST = 8;

    static Fragment read(ByteBuf in) throws WireException {
        if (!in.isReadable()) {
            throw WireException.malformed("fragment header is cut off");
        }
        int flags = in.readUnsignedByte();
        if (flags > (3 | FIRST | LAST)) {
            throw WireException.malformed("reserved bits in a fragment header");
        }
        boolean first = (flags & FIRST) != 0;
        int total = first ? Wire.readVarint(in, "fragment total") : 0;
        if (!in.isReadable()) {
            throw WireException.malformed("an empty fragment");
        }
        return new Fragment(
                TrafficClass.of(flags & 3),
                first,
                (flags & LAST) != 0,
                total,
                in.readRetainedSlice(in.readableBytes()));
    }

    @Override
    public void write(ByteBuf out) {
        out.writeByte(trafficClass.number() | (first ? FIRST : 0) | (last ? LAST : 0));
        if (first) {
            Wire.writeVarint(out, total);
        }
        out.writeBytes(data, data.readerIndex(), data.readableBytes());
    }

    @Override
    public int expectedBytes() {
        return 1 + (first ? Wire.varintBytes(total) : 0) + data.readableBytes();
    }

    @Override
    public FrameType type() {
        return FrameType.FRAGMENT;
    }

    @Override
    public Fragment retained() {
        return new Fragment(trafficClass, first, last, total, data.retainedDuplicate());
    }

    @Override
    public void release() {
        data.release();
    }
}
