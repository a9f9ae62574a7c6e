package io.pinhole.protocol.frame;

import io.netty.buffer.ByteBuf;
import io.pinhole.protocol.proto.SpeakAtMessage;

/** How a client should speak: the least over its listeners and its own uplink. */
public record SpeakAt(int bitsPerSecond, int frameMillis, int bundleMillis) implements ServerFrame {

    static SpeakAt read(ByteBuf in) throws WireException {
        SpeakAtMessage m = Wire.parse(SpeakAtMessage.parser(), in);
        return new SpeakAt(m.getBitsPerSecond(), m.getFrameMillis(), m.getBundleMillis());
    }

    @Override
    public void write(ByteBuf out) {
        Wire.write(
                out,
                SpeakAtMessage.newBuilder()
                        .setBitsPerSecond(bitsPerSecond)
                        .setFrameMillis(frameMillis)
                        .setBundleMillis(bundleMillis)
                        .build());
    }

    @Override
    public FrameType type() {
        return FrameType.SPEAK_AT;
    }

    @Override
    public void accept(ServerFrame.Handler handler) throws WireException {
        handler.on(this);
    }
}
