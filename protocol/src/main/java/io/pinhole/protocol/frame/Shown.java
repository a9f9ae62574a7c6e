package io.pinhole.protocol.frame;

import io.netty.buffer.ByteBuf;
import io.pinhole.protocol.proto.ShownMessage;

/** The rendition is whole on this client. */
public record Shown(PhotoId photo, Rendition rendition) implements ClientFrame {

    static Shown read(ByteBuf in) throws WireException {
        ShownMessage m = Wire.parse(ShownMessage.parser(), in);
        return new Shown(PhotoId.of(m.getPhoto()), Rendition.onWire(m.getRendition()));
    }

    @Override
    public void write(ByteBuf out) {
        Wire.write(
                out,
                ShownMessage.newBuilder()
                        .setPhoto(photo.toByteString())
                        .setRendition(rendition.number())
                        .build());
    }

    @Override
    public FrameType type() {
        return FrameType.SHOWN;
    }

    @Override
    public void accept(ClientFrame.Handler handler) throws WireException, RefusedException {
        handler.on(this);
    }
}
