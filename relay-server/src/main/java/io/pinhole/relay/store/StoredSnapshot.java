package io.pinhole.relay.store;

import io.pinhole.protocol.proto.WidgetMessage;
import java.util.List;

/** A photo's widgets, deleted ones included, as of a revision of its log. */
public record StoredSnapshot(long revision, List<WidgetMessage> widgets) {

    /** Before the first operation. */
    public static final StoredSnapshot EMPTY = new StoredSnapshot(0, List.of());

    public StoredSnapshot {
        widgets = List.copyOf(widgets);
    }
}
