package io.pinhole.protocol.frame;

import io.netty.buffer.ByteBuf;
import io.pinhole.protocol.proto.PingMessage;

/** The sign of life. */
public record Pong(int id) implements ClientFrame, ServerFrame {

    static Pong read(ByteBuf in) throws WireException {
        PingMessage m = Wire.parse(PingMessage.parser(), in);
        return new Pong(m.getId());
    }

    @Override
    public void write(ByteBuf out) {
        Wire.write(out, PingMessage.newBuilder().setId(id).build());
    }

    @Override
    public FrameType type() {
        return FrameType.PONG;
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
