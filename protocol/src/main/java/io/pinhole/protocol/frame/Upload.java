package io.pinhole.protocol.frame;

import io.netty.buffer.ByteBuf;
import io.pinhole.protocol.proto.UploadMessage;

/** Binds an upload handle of the client; chunks follow from the offset. */
public record Upload(int request, int handle, PhotoId photo, Rendition rendition, long offset) implements Request {

    static Upload read(ByteBuf in) throws WireException {
        UploadMessage m = Wire.parse(UploadMessage.parser(), in);
        return new Upload(
                m.getRequest(),
                m.getHandle(),
                PhotoId.of(m.getPhoto()),
                Rendition.onWire(m.getRendition()),
                Wire.unsigned(m.getOffset(), "offset"));
    }

    @Override
    public void write(ByteBuf out) {
        Wire.write(
                out,
                UploadMessage.newBuilder()
                        .setRequest(request)
                        .setHandle(handle)
                        .setPhoto(photo.toByteString())
                        .setRendition(rendition.number())
                        .setOffset(offset)
                        .build());
    }

    @Override
    public FrameType type() {
        return FrameType.UPLOAD;
    }

    @Override
    public void accept(ClientFrame.Handler handler) throws WireException, RefusedException {
        handler.on(this);
    }
}
