package io.pinhole.protocol.frame;

import io.netty.buffer.ByteBuf;
import io.pinhole.protocol.proto.SnapshotMessage;
import io.pinhole.protocol.proto.WidgetMessage;
import java.util.List;

/**
 * All widgets of a photo as of {@code upTo}, or on the wire a part of them.
 *
 * @param part 0, 1, 2 ...; 0 above the link, where snapshots are whole
 * @param more whether there is another part
 */
public record Snapshot(int photo, long epoch, long upTo, List<WidgetMessage> widgets, int part, boolean more)
        implements ServerFrame {

    public Snapshot {
        widgets = List.copyOf(widgets);
    }

    /** A whole one. */
    public Snapshot(int photo, long epoch, long upTo, List<WidgetMessage> widgets) {
        this(photo, epoch, upTo, widgets, 0, false);
    }

    static Snapshot read(ByteBuf in) throws WireException {
        SnapshotMessage m = Wire.parsePacked(SnapshotMessage.parser(), in, FrameType.SNAPSHOT);
        return new Snapshot(m.getPhoto(), m.getEpoch(), m.getUpTo(), m.getWidgetsList(), m.getPart(), m.getMore());
    }

    @Override
    public void write(ByteBuf out) {
        Wire.writePacked(
                out,
                SnapshotMessage.newBuilder()
                        .setPhoto(photo)
                        .setEpoch(epoch)
                        .setUpTo(upTo)
                        .addAllWidgets(widgets)
                        .setPart(part)
                        .setMore(more)
                        .build());
    }

    @Override
    public FrameType type() {
        return FrameType.SNAPSHOT;
    }

    @Override
    public void accept(ServerFrame.Handler handler) throws WireException {
        handler.on(this);
    }
}
