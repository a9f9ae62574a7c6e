package io.pinhole.protocol.frame;

import io.netty.buffer.ByteBuf;
import io.pinhole.protocol.proto.RenameMessage;

/** Gives one's own photo another title. */
public record Rename(int request, PhotoId photo, String title) implements Request {

    static Rename read(ByteBuf in) throws WireException {
        RenameMessage m = Wire.parse(RenameMessage.parser(), in);
        return new Rename(m.getRequest(), PhotoId.of(m.getPhoto()), m.getTitle());
    }

    @Override
    public void write(ByteBuf out) {
        Wire.write(
                out,
                RenameMessage.newBuilder()
                        .setRequest(request)
                        .setPhoto(photo.toByteString())
                        .setTitle(title)
                        .build());
    }

    @Override
    public FrameType type() {
        return FrameType.RENAME;
    }

    @Override
    public void accept(ClientFrame.Handler handler) throws WireException, RefusedException {
        handler.on(this);
    }
}
