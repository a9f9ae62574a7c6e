package io.pinhole.protocol.frame;

import com.google.protobuf.ByteString;
import io.netty.buffer.ByteBuf;
import io.pinhole.protocol.proto.ViewMessage;
import java.util.Optional;

/** Where a participant looks: the eye icon. */
public record View(int participant, Optional<PhotoId> photo, boolean fullScreen) implements ServerFrame {

    static View read(ByteBuf in) throws WireException {
        ViewMessage m = Wire.parse(ViewMessage.parser(), in);
        return new View(
                m.getParticipant(),
                m.getPhoto().isEmpty() ? Optional.empty() : Optional.of(PhotoId.of(m.getPhoto())),
                m.getFullScreen());
    }

    @Override
    public void write(ByteBuf out) {
        Wire.write(
                out,
                ViewMessage.newBuilder()
                        .setParticipant(participant)
                        .setPhoto(photo.map(PhotoId::toByteString).orElse(ByteString.EMPTY))
                        .setFullScreen(fullScreen)
                        .build());
    }

    @Override
    public FrameType type() {
        return FrameType.VIEW;
    }

    @Override
    public void accept(ServerFrame.Handler handler) throws WireException {
        handler.on(this);
    }
}
