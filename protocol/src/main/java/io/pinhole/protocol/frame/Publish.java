package io.pinhole.protocol.frame;

import io.netty.buffer.ByteBuf;
import io.pinhole.protocol.proto.PublishMessage;

/** Makes an offered photo and its first widgets visible to all, in one step. */
public record Publish(int request, PhotoId photo) implements Request {

    static Publish read(ByteBuf in) throws WireException {
        PublishMessage m = Wire.parse(PublishMessage.parser(), in);
        return new Publish(m.getRequest(), PhotoId.of(m.getPhoto()));
    }

    @Override
    public void write(ByteBuf out) {
        Wire.write(
                out,
                PublishMessage.newBuilder()
                        .setRequest(request)
                        .setPhoto(photo.toByteString())
                        .build());
    }

    @Override
    public FrameType type() {
        return FrameType.PUBLISH;
    }

    @Override
    public void accept(ClientFrame.Handler handler) throws WireException, RefusedException {
        handler.on(this);
    }
}
