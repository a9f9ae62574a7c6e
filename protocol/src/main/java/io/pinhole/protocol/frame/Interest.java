package io.pinhole.protocol.frame;

import io.netty.buffer.ByteBuf;
import io.pinhole.protocol.proto.InterestMessage;
import java.util.List;

/** What viewers wait for, most wanted first: the order for the uploader's own uplink. */
public record Interest(List<Want> wants) implements ServerFrame {

    public Interest {
        wants = List.copyOf(wants);
    }

    static Interest read(ByteBuf in) throws WireException {
        InterestMessage m = Wire.parse(InterestMessage.parser(), in);
        return new Interest(Wire.map(m.getWantsList(), Want::of));
    }

    @Override
    public void write(ByteBuf out) {
        Wire.write(
                out,
                InterestMessage.newBuilder()
                        .addAllWants(Wire.messages(wants, Want::toMessage))
                        .build());
    }

    @Override
    public FrameType type() {
        return FrameType.INTEREST;
    }

    @Override
    public void accept(ServerFrame.Handler handler) throws WireException {
        handler.on(this);
    }
}
