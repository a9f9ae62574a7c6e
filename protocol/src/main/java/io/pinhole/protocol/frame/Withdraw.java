package io.pinhole.protocol.frame;

import io.netty.buffer.ByteBuf;
import io.pinhole.protocol.proto.WithdrawMessage;

/** Takes one's own photo back. */
public record Withdraw(int request, PhotoId photo) implements Request {

    static Withdraw read(ByteBuf in) throws WireException {
        WithdrawMessage m = Wire.parse(WithdrawMessage.parser(), in);
        return new Withdraw(m.getRequest(), PhotoId.of(m.getPhoto()));
    }

    @Override
    public void write(ByteBuf out) {
        Wire.write(
                out,
                WithdrawMessage.newBuilder()
                        .setRequest(request)
                        .setPhoto(photo.toByteString())
                        .build());
    }

    @Override
    public FrameType type() {
        return FrameType.WITHDRAW;
    }

    @Override
    public void accept(ClientFrame.Handler handler) throws WireException, RefusedException {
        handler.on(this);
    }
}
