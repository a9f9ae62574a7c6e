package io.pinhole.protocol.frame;

import io.netty.buffer.ByteBuf;
import io.pinhole.protocol.proto.CloseMessage;

/**
 * The last frame of either side.
 *
 * @param redirect HOST:PORT of the node to go to, or empty
 */
public record Close(Refusal reason, String redirect) implements ClientFrame, ServerFrame {

    public static Close of(Code code, String message) {
        return new Close(Refusal.of(code, message), "");
    }

    static Close read(ByteBuf in) throws WireException {
        CloseMessage m = Wire.parse(CloseMessage.parser(), in);
        return new Close(Refusal.of(m.getReason()), m.getRedirect());
    }

    @Override
    public void write(ByteBuf out) {
        Wire.write(
                out,
                CloseMessage.newBuilder()
                        .setReason(reason.toMessage())
                        .setRedirect(redirect)
                        .build());
    }

    @Override
    public FrameType type() {
        return FrameType.CLOSE;
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
