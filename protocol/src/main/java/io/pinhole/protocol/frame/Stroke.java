package io.pinhole.protocol.frame;

import io.netty.buffer.ByteBuf;
import io.pinhole.protocol.proto.Ink;
import io.pinhole.protocol.proto.StrokeMessage;
import io.pinhole.protocol.proto.WidgetKindValue;

/**
 * A piece of a stroke still being drawn: provisional, replaced by the committed operation.
 *
 * @param handle by which {@link StrokeInk} goes on with the stroke on this connection; 0 for none, as above the link
 */
public record Stroke(
        int photo, int participant, WidgetId widget, WidgetKindValue kind, int stroke, int width, Ink ink, int handle)
        implements ClientFrame, ServerFrame {

    /** Of one piece. */
    public static final int MAX_POINTS = 256;

    /** Under no handle. */
    public Stroke(int photo, int participant, WidgetId widget, WidgetKindValue kind, int stroke, int width, Ink ink) {
        this(photo, participant, widget, kind, stroke, width, ink, 0);
    }

    /** The same piece under a handle. */
    public Stroke under(int another) {
        return new Stroke(photo, participant, widget, kind, stroke, width, ink, another);
    }

    /** The same piece on a photo, by its handle. */
    public Stroke on(int another) {
        return new Stroke(another, participant, widget, kind, stroke, width, ink, handle);
    }

    /** Another piece of the same stroke. */
    public Stroke with(Ink piece) {
        return new Stroke(photo, participant, widget, kind, stroke, width, piece, handle);
    }

    static Stroke read(ByteBuf in) throws WireException {
        StrokeMessage m = Wire.parse(StrokeMessage.parser(), in);
        if (m.getKind() == WidgetKindValue.UNRECOGNIZED) {
            throw WireException.malformed("a stroke of an unknown kind " + m.getKindValue());
        }
        return new Stroke(
                m.getPhoto(),
                m.getParticipant(),
                WidgetId.of(m.getWidget()),
                m.getKind(),
                m.getStroke(),
                m.getWidth(),
                m.getInk(),
                m.getHandle());
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
                        .setHandle(handle)
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
