package io.pinhole.protocol.frame;

import io.netty.buffer.ByteBuf;
import io.pinhole.protocol.proto.ModeChangedMessage;

/** The mode of the call, and who switched it. */
public record ModeChanged(Mode mode, int participant) implements ServerFrame {

    static ModeChanged read(ByteBuf in) throws WireException {
        ModeChangedMessage m = Wire.parse(ModeChangedMessage.parser(), in);
        return new ModeChanged(Mode.of(m.getMode()), m.getParticipant());
    }

    @Override
    public void write(ByteBuf out) {
        Wire.write(
                out,
                ModeChangedMessage.newBuilder()
                        .setMode(mode.wire())
                        .setParticipant(participant)
                        .build());
    }

    @Override
    public FrameType type() {
        return FrameType.MODE_CHANGED;
    }

    @Override
    public void accept(ServerFrame.Handler handler) throws WireException {
        handler.on(this);
    }
}
