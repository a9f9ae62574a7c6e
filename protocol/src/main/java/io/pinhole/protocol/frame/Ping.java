package io.pinhole.protocol.frame;

import io.netty.buffer.ByteBuf;
import io.pinhole.protocol.proto.PingMessage;

/** Asks for a sign of life; answered by {@link Pong} with the same id. */
public record Ping(int id) implements ClientFrame, ServerFrame {

    static Ping read(ByteBuf in) throws WireException {
        PingMessage m = Wire.parse(PingMessage.parser(), in);
        return new Ping(m.getId());
    }

    @Override
    public void write(ByteBuf out) {
        Wire.write(out, PingMessage.newBuilder().setId(id).build());
    }

    @Override
    public FrameType type() {
        return FrameType.PING;
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
