package io.pinhole.protocol.frame;

import io.netty.buffer.ByteBuf;
import io.pinhole.protocol.proto.HaveMessage;
import java.util.List;

/** What a returning client holds. Sent right after Hello, read only after authentication. */
public record Have(List<HavePhoto> photos) implements ClientFrame {

    public Have {
        photos = List.copyOf(photos);
    }

    static Have read(ByteBuf in) throws WireException {
        HaveMessage m = Wire.parse(HaveMessage.parser(), in);
        return new Have(Wire.map(m.getPhotosList(), HavePhoto::of));
    }

    @Override
    public void write(ByteBuf out) {
        Wire.write(
                out,
                HaveMessage.newBuilder()
                        .addAllPhotos(Wire.messages(photos, HavePhoto::toMessage))
                        .build());
    }

    @Override
    public FrameType type() {
        return FrameType.HAVE;
    }

    @Override
    public void accept(ClientFrame.Handler handler) throws WireException {
        handler.on(this);
    }
}
