package io.pinhole.protocol.frame;

import io.netty.buffer.ByteBuf;
import io.pinhole.protocol.proto.OfferMessage;
import java.util.List;

/** Offers a photo. The same offer again resumes at the stored offsets; never a duplicate. */
public record Offer(int request, PhotoId photo, String title, List<RenditionInfo> renditions) implements Request {

    public Offer {
        renditions = List.copyOf(renditions);
    }

    static Offer read(ByteBuf in) throws WireException {
        OfferMessage m = Wire.parse(OfferMessage.parser(), in);
        return new Offer(
                m.getRequest(),
                PhotoId.of(m.getPhoto()),
                m.getTitle(),
                Wire.map(m.getRenditionsList(), RenditionInfo::of));
    }

    @Override
    public void write(ByteBuf out) {
        Wire.write(
                out,
                OfferMessage.newBuilder()
                        .setRequest(request)
                        .setPhoto(photo.toByteString())
                        .setTitle(title)
                        .addAllRenditions(Wire.messages(renditions, RenditionInfo::toMessage))
                        .build());
    }

    @Override
    public FrameType type() {
        return FrameType.OFFER;
    }

    @Override
    public void accept(ClientFrame.Handler handler) throws WireException, RefusedException {
        handler.on(this);
    }
}
