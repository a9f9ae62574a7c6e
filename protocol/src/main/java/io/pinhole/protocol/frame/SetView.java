package io.pinhole.protocol.frame;

import com.google.protobuf.ByteString;
import io.netty.buffer.ByteBuf;
import io.pinhole.protocol.proto.SetViewMessage;
import java.util.Optional;

/** Where this person looks now: a photo, or the list if empty. */
public record SetView(Optional<PhotoId> photo, boolean fullScreen) implements ClientFrame {

    static SetView read(ByteBuf in) throws WireException {
        SetViewMessage m = Wire.parse(SetViewMessage.parser(), in);
        return new SetView(
                m.getPhoto().isEmpty() ? Optional.empty() : Optional.of(PhotoId.of(m.getPhoto())), m.getFullScreen());
    }

    @Override
    public void write(ByteBuf out) {
        Wire.write(
                out,
                SetViewMessage.newBuilder()
                        .setPhoto(photo.map(PhotoId::toByteString).orElse(ByteString.EMPTY))
                        .setFullScreen(fullScreen)
                        .build());
    }

    @Override
    public FrameType type() {
        return FrameType.SET_VIEW;
    }

    @Override
    public void accept(ClientFrame.Handler handler) throws WireException {
        handler.on(this);
    }
}
