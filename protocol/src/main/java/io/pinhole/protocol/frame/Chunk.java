package io.pinhole.protocol.frame;

import io.netty.buffer.ByteBuf;

/**
 * Bytes of a rendition under an upload or download handle.
 *
 * @param offset of the first byte in its rendition, or {@link #CONTINUES}: right after the last chunk of this handle
 */
public record Chunk(int handle, int offset, ByteBuf data) implements ClientFrame, ServerFrame {

    public static final int CONTINUES = -1;

    static Chunk readContinuing(ByteBuf in) throws WireException {
        return rest(Wire.readVarint(in, "chunk handle"), CONTINUES, in);
    }

    static Chunk readAt(ByteBuf in) throws WireException {
        return rest(Wire.readVarint(in, "chunk handle"), Wire.readVarint(in, "chunk offset"), in);
    }

    private static Chunk rest(int handle, int offset, ByteBuf in) throws WireException {
        if (!in.isReadable()) {
            throw WireException.malformed("an empty chunk");
        }
        return new Chunk(handle, offset, in.readRetainedSlice(in.readableBytes()));
    }

    @Override
    public void write(ByteBuf out) {
        Wire.writeVarint(out, handle);
        if (offset != CONTINUES) {
            Wire.writeVarint(out, offset);
        }
        out.writeBytes(data, data.readerIndex(), data.readableBytes());
    }

    @Override
    public int expectedBytes() {
        return Wire.varintBytes(handle) + (offset == CONTINUES ? 0 : Wire.varintBytes(offset)) + data.readableBytes();
    }

    @Override
    public FrameType type() {
        return offset == CONTINUES ? FrameType.CHUNK : FrameType.CHUNK_AT;
    }

    @Override
    public Chunk retained() {
        return new Chunk(handle, offset, data.retainedDuplicate());
    }

    @Override
    public void release() {
        data.release();
    }

    @Override
    public void accept(ClientFrame.Handler handler) throws WireException {
        handler.on(this);
    }

    @Override
    public void accept(ServerFrame.Handler handler) throws WireException {
        handler.on(this);
    }
}
