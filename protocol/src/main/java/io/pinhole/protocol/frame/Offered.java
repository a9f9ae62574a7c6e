package io.pinhole.protocol.frame;

import io.netty.buffer.ByteBuf;
import io.pinhole.protocol.proto.OfferedMessage;
import java.util.List;

/** The answer to an offer: where to go on. */
public record Offered(int request, PhotoId photo, int handle, List<StoredUpTo> stored, boolean published)
        implements ServerFrame {

    public Offered {
        stored = List.copyOf(stored);
    }

    static Offered read(ByteBuf in) throws WireException {
        OfferedMessage m = Wire.parse(OfferedMessage.parser(), in);
        return new Offered(
                m.getRequest(),
                PhotoId.of(m.getPhoto()),
                m.getHandle(),
                Wire.map(m.getStoredList(), StoredUpTo::of),
                m.getPublished());
    }

    @Override
    public void write(ByteBuf out) {
        Wire.write(
                out,
                OfferedMessage.newBuilder()
                        .setRequest(request)
                        .setPhoto(photo.toByteString())
                        .setHandle(handle)
                        .addAllStored(Wire.messages(stored, StoredUpTo::toMessage))
                        .setPublished(published)
                        .build());
    }

    @Override
    public FrameType type() {
        return FrameType.OFFERED;
    }

    @Override
    public void accept(ServerFrame.Handler handler) throws WireException {
        handler.on(this);
    }
}
