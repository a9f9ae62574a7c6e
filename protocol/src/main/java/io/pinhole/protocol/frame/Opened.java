package io.pinhole.protocol.frame;

import io.netty.buffer.ByteBuf;
import io.pinhole.protocol.proto.OpenedMessage;

/** Binds a download handle of the relay; chunks follow from the offset. */
public record Opened(int request, int handle, PhotoId photo, long offset, RenditionInfo info) implements ServerFrame {

    static Opened read(ByteBuf in) throws WireException {
        OpenedMessage m = Wire.parse(OpenedMessage.parser(), in);
        return new Opened(
                m.getRequest(),
                m.getHandle(),
                PhotoId.of(m.getPhoto()),
                Wire.unsigned(m.getOffset(), "offset"),
                RenditionInfo.of(m.getRendition()));
    }

    @Override
    public void write(ByteBuf out) {
        Wire.write(
                out,
                OpenedMessage.newBuilder()
                        .setRequest(request)
                        .setHandle(handle)
                        .setPhoto(photo.toByteString())
                        .setOffset(offset)
                        .setRendition(info.toMessage())
                        .build());
    }

    @Override
    public FrameType type() {
        return FrameType.OPENED;
    }

    @Override
    public void accept(ServerFrame.Handler handler) throws WireException {
        handler.on(this);
    }
}
