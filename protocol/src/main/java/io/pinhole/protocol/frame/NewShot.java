package io.pinhole.protocol.frame;

import io.netty.buffer.ByteBuf;
import io.pinhole.protocol.proto.NewShotMessage;

/** A new photo, told to those who look at another one in full screen. */
public record NewShot(PhotoId photo, int participant) implements ServerFrame {

    static NewShot read(ByteBuf in) throws WireException {
        NewShotMessage m = Wire.parse(NewShotMessage.parser(), in);
        return new NewShot(PhotoId.of(m.getPhoto()), m.getParticipant());
    }

    @Override
    public void write(ByteBuf out) {
        Wire.write(
                out,
                NewShotMessage.newBuilder()
                        .setPhoto(photo.toByteString())
                        .setParticipant(participant)
                        .build());
    }

    @Override
    public FrameType type() {
        return FrameType.NEW_SHOT;
    }

    @Override
    public void accept(ServerFrame.Handler handler) throws WireException {
        handler.on(this);
    }
}
