package io.pinhole.protocol.frame;

import io.netty.buffer.ByteBuf;
import io.pinhole.protocol.proto.Ink;
import io.pinhole.protocol.proto.StrokeMessage;
import io.pinhole.protocol.proto.WidgetKindValue;

/** A stroke still being drawn: provisional, replaced by the committed operation. */
public record Stroke(int photo, int participant, WidgetId widget, WidgetKindValue kind, int stroke, int width, Ink ink)
        implements ClientFrame, ServerFrame {

    static Stroke read(ByteBuf in) throws WireException {
        StrokeMessage m = Wire.parse(StrokeMessage.parser(), in);
        return new Stroke(
                m.getPhoto(),
                m.getParticipant(),
                WidgetId.of(m.getWidget()),
                m.getKind(),
                m.getStroke(),
                m.getWidth(),
                m.getInk());
    }

    @Override
    public void write(ByteBuf out) {
        Wire.write(
                out,
                StrokeMessage.newBuilder()
                        .setPhoto(photo)
                        .setParticipant(participant)
                        .setWidget(widget.toByteString())
                        .setKind(kind)
                        .setStroke(stroke)
                        .setWidth(width)
                        .setInk(ink)
                        .build());
    }

    @Override
    public FrameType type() {
        return FrameType.STROKE;
    }

    @Override
    public void accept(ClientFrame.Handler handler) throws WireException, RefusedException {
        handler.on(this);
    }

    @Override
    public void accept(ServerFrame.Handler handler) throws WireException {
        handler.on(this);
    }
}
