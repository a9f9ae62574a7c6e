package io.pinhole.relay.store.jdbc;

import com.google.protobuf.InvalidProtocolBufferException;
import io.pinhole.protocol.proto.SnapshotMessage;
import io.pinhole.protocol.proto.WidgetMessage;
import io.pinhole.relay.store.StoreException;
import java.util.List;

/** Widgets in one column. */
final class WidgetsColumn {

    private WidgetsColumn() {}

    static byte[] write(List<WidgetMessage> widgets) {
        return SnapshotMessage.newBuilder().addAllWidgets(widgets).build().toByteArray();
    }

    static List<WidgetMessage> read(byte[] bytes) {
        try {
            return SnapshotMessage.parseFrom(bytes).getWidgetsList();
        } catch (InvalidProtocolBufferException e) {
            throw new StoreException("stored widgets cannot be read", e);
        }
    }
}
