package io.pinhole.protocol.frame;

import io.netty.buffer.ByteBuf;
import io.pinhole.protocol.proto.EndMessage;

/** Ends the call for everybody. */
public record End(int request) implements Request {

    static End read(ByteBuf in) throws WireException {
        EndMessage m = Wire.parse(EndMessage.parser(), in);
        return new End(m.getRequest());
    }

    @Override
    public void write(ByteBuf out) {
        Wire.write(out, EndMessage.newBuilder().setRequest(request).build());
    }

    @Override
    public FrameType type() {
        return FrameType.END;
    }

    @Override
    public void accept(ClientFrame.Handler handler) throws WireException, RefusedException {
        handler.on(this);
    }
}
