package io.pinhole.protocol.frame;

import io.netty.buffer.ByteBuf;
import io.pinhole.protocol.proto.SetModeMessage;

/** Switches the mode of the call. */
public record SetMode(int request, Mode mode) implements Request {

    static SetMode read(ByteBuf in) throws WireException {
        SetModeMessage m = Wire.parse(SetModeMessage.parser(), in);
        return new SetMode(m.getRequest(), Mode.of(m.getMode()));
    }

    @Override
    public void write(ByteBuf out) {
        Wire.write(
                out,
                SetModeMessage.newBuilder()
                        .setRequest(request)
                        .setMode(mode.wire())
                        .build());
    }

    @Override
    public FrameType type() {
        return FrameType.SET_MODE;
    }

    @Override
    public void accept(ClientFrame.Handler handler) throws WireException, RefusedException {
        handler.on(this);
    }
}
