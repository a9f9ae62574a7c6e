package io.pinhole.protocol.frame;

import io.netty.buffer.ByteBuf;
import io.pinhole.protocol.proto.UploadFailedMessage;

/** An upload ended in mid-way: its bytes were not what was offered. */
public record UploadFailed(int handle, Refusal refusal) implements ServerFrame {

    static UploadFailed read(ByteBuf in) throws WireException {
        UploadFailedMessage m = Wire.parse(UploadFailedMessage.parser(), in);
        return new UploadFailed(m.getHandle(), Refusal.of(m.getRefusal()));
    }

    @Override
    public void write(ByteBuf out) {
        Wire.write(
                out,
                UploadFailedMessage.newBuilder()
                        .setHandle(handle)
                        .setRefusal(refusal.toMessage())
                        .build());
    }

    @Override
    public FrameType type() {
        return FrameType.UPLOAD_FAILED;
    }

    @Override
    public void accept(ServerFrame.Handler handler) throws WireException {
        handler.on(this);
    }
}
