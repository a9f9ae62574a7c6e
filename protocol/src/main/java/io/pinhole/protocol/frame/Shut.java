package io.pinhole.protocol.frame;

import io.netty.buffer.ByteBuf;
import io.pinhole.protocol.proto.ShutMessage;

/** No more chunks of a download, please. */
public record Shut(int handle) implements ClientFrame {

    static Shut read(ByteBuf in) throws WireException {
        ShutMessage m = Wire.parse(ShutMessage.parser(), in);
        return new Shut(m.getHandle());
    }

    @Override
    public void write(ByteBuf out) {
        Wire.write(out, ShutMessage.newBuilder().setHandle(handle).build());
    }

    @Override
    public FrameType type() {
        return FrameType.SHUT;
    }

    @Override
    public void accept(ClientFrame.Handler handler) throws WireException {
        handler.on(this);
    }
}
