package io.pinhole.protocol.frame;

import io.netty.buffer.ByteBuf;
import io.pinhole.protocol.proto.PointerMessage;

/** Where a participant points; never stored, only the latest counts. */
public record Pointer(int photo, int participant, int x, int y) implements ClientFrame, ServerFrame {

    static Pointer read(ByteBuf in) throws WireException {
        PointerMessage m = Wire.parse(PointerMessage.parser(), in);
        return new Pointer(m.getPhoto(), m.getParticipant(), m.getX(), m.getY());
    }

    @Override
    public void write(ByteBuf out) {
        Wire.write(
                out,
                PointerMessage.newBuilder()
                        .setPhoto(photo)
                        .setParticipant(participant)
                        .setX(x)
                        .setY(y)
                        .build());
    }

    @Override
    public FrameType type() {
        return FrameType.POINTER;
    }

    @Override
    public void accept(ClientFrame.Handler handler) throws WireException, RefusedException {
        handler.on(this);
    }

    @Override
    public void accept(ServerFrame.Handler handler) throws WireException {
        handler.on(this);
    }
}
