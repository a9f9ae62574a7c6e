package io.pinhole.protocol.frame;

import io.netty.buffer.ByteBuf;
import io.pinhole.protocol.proto.OpenMessage;

/** Asks for the bytes of a rendition from an offset on. */
public record Open(int request, PhotoId photo, Rendition rendition, long offset) implements Request {

    static Open read(ByteBuf in) throws WireException {
        OpenMessage m = Wire.parse(OpenMessage.parser(), in);
        return new Open(
                m.getRequest(),
                PhotoId.of(m.getPhoto()),
                Rendition.onWire(m.getRendition()),
                Wire.unsigned(m.getOffset(), "offset"));
    }

    @Override
    public void write(ByteBuf out) {
        Wire.write(
                out,
                OpenMessage.newBuilder()
                        .setRequest(request)
                        .setPhoto(photo.toByteString())
                        .setRendition(rendition.number())
                        .setOffset(offset)
                        .build());
    }

    @Override
    public FrameType type() {
        return FrameType.OPEN;
    }

    @Override
    public void accept(ClientFrame.Handler handler) throws WireException, RefusedException {
        handler.on(this);
    }
}
