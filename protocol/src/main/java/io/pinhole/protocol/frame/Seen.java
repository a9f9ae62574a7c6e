package io.pinhole.protocol.frame;

import io.netty.buffer.ByteBuf;
import io.pinhole.protocol.proto.SeenMessage;

/** Tells the uploader that a participant has the rendition whole. */
public record Seen(PhotoId photo, Rendition rendition, int participant) implements ServerFrame {

    static Seen read(ByteBuf in) throws WireException {
        SeenMessage m = Wire.parse(SeenMessage.parser(), in);
        return new Seen(PhotoId.of(m.getPhoto()), Rendition.onWire(m.getRendition()), m.getParticipant());
    }

    @Override
    public void write(ByteBuf out) {
        Wire.write(
                out,
                SeenMessage.newBuilder()
                        .setPhoto(photo.toByteString())
                        .setRendition(rendition.number())
                        .setParticipant(participant)
                        .build());
    }

    @Override
    public FrameType type() {
        return FrameType.SEEN;
    }

    @Override
    public void accept(ServerFrame.Handler handler) throws WireException {
        handler.on(this);
    }
}
