package io.pinhole.protocol.frame;

import io.netty.buffer.ByteBuf;
import io.pinhole.protocol.proto.ReplyMessage;
import java.util.Optional;

/** The answer to a request that has no answer of its own: done, or refused. */
public record Reply(int request, Optional<Refusal> refusal) implements ServerFrame {

    static Reply read(ByteBuf in) throws WireException {
        ReplyMessage m = Wire.parse(ReplyMessage.parser(), in);
        return new Reply(m.getRequest(), m.hasRefusal() ? Optional.of(Refusal.of(m.getRefusal())) : Optional.empty());
    }

    @Override
    public void write(ByteBuf out) {
        ReplyMessage.Builder message = ReplyMessage.newBuilder().setRequest(request);
        refusal.ifPresent(r -> message.setRefusal(r.toMessage()));
        Wire.write(out, message.build());
    }

    @Override
    public FrameType type() {
        return FrameType.REPLY;
    }

    @Override
    public void accept(ServerFrame.Handler handler) throws WireException {
        handler.on(this);
    }
}
