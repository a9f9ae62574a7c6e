package io.pinhole.protocol.frame;

import io.netty.buffer.ByteBuf;
import io.pinhole.protocol.proto.SaveMessage;

/**
 * Keeps a photo under a name, with its widgets as of a revision. The same again gets the same answer.
 *
 * @param epoch of the photo's log
 * @param revision up to which its operations count
 */
public record Save(int request, CaptureId capture, PhotoId photo, long epoch, long revision, String name)
        implements Request {

    static Save read(ByteBuf in) throws WireException {
        SaveMessage m = Wire.parse(SaveMessage.parser(), in);
        return new Save(
                m.getRequest(),
                CaptureId.of(m.getCapture()),
                PhotoId.of(m.getPhoto()),
                m.getEpoch(),
                m.getRevision(),
                m.getName());
    }

    @Override
    public void write(ByteBuf out) {
        Wire.write(
                out,
                SaveMessage.newBuilder()
                        .setRequest(request)
                        .setCapture(capture.toByteString())
                        .setPhoto(photo.toByteString())
                        .setEpoch(epoch)
                        .setRevision(revision)
                        .setName(name)
                        .build());
    }

    @Override
    public FrameType type() {
        return FrameType.SAVE;
    }

    @Override
    public void accept(ClientFrame.Handler handler) throws WireException, RefusedException {
        handler.on(this);
    }
}
