package io.pinhole.protocol.frame;

import io.netty.buffer.ByteBuf;
import io.pinhole.protocol.proto.SnapshotMessage;
import io.pinhole.protocol.proto.WidgetMessage;
import java.util.List;

/** All widgets of a photo as of {@code upTo}. */
public record Snapshot(int photo, long epoch, long upTo, List<WidgetMessage> widgets) implements ServerFrame {

    public Snapshot {
        widgets = List.copyOf(widgets);
    }

    static Snapshot read(ByteBuf in) throws WireException {
        SnapshotMessage m = Wire.parsePacked(SnapshotMessage.parser(), in);
        return new Snapshot(m.getPhoto(), m.getEpoch(), m.getUpTo(), m.getWidgetsList());
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
