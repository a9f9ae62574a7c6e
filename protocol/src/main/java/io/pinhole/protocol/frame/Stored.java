package io.pinhole.protocol.frame;

import io.netty.buffer.ByteBuf;
import io.pinhole.protocol.proto.StoredMessage;

/** Bytes of the uploader that are durable now. */
public record Stored(PhotoId photo, Rendition rendition, long offset, boolean complete) implements ServerFrame {

    static Stored read(ByteBuf in) throws WireException {
        StoredMessage m = Wire.parse(StoredMessage.parser(), in);
        return new Stored(
                PhotoId.of(m.getPhoto()),
                Rendition.onWire(m.getRendition()),
                Wire.unsigned(m.getOffset(), "offset"),
                m.getComplete());
    }

    @Override
    public void write(ByteBuf out) {
        Wire.write(
                out,
                StoredMessage.newBuilder()
                        .setPhoto(photo.toByteString())
                        .setRendition(rendition.number())
                        .setOffset(offset)
                        .setComplete(complete)
                        .build());
    }

    @Override
    public FrameType type() {
        return FrameType.STORED;
    }

    @Override
    public void accept(ServerFrame.Handler handler) throws WireException {
        handler.on(this);
    }
}
