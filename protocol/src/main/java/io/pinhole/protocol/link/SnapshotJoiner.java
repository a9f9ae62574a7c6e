package io.pinhole.protocol.link;

import io.pinhole.protocol.frame.Snapshot;
import io.pinhole.protocol.frame.WireException;
import io.pinhole.protocol.proto.WidgetMessage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a snapshot of its parts, which come one after the other, of one snapshot at a time. On the link's thread. */
final class SnapshotJoiner {

    /** Of the widgets of one photo; what its limits allow takes less. */
    static final int MAX_BYTES = 8 * 1024 * 1024;

    private final List<WidgetMessage> widgets = new ArrayList<>();
    private @Nullable Snapshot last;
    private int bytes;

    /**
     * The snapshot, when this was its last part; else null.
     *
     * @throws WireException MALFORMED if that is no part of what came before, or there is too much of it
     */
    @Nullable Snapshot add(Snapshot part) throws WireException {
        if (part.part() == 0) {
            clear();
        } else if (!goesOn(part)) {
            throw WireException.malformed("part " + part.part() + " of a snapshot that does not go on");
        }
        widgets.addAll(part.widgets());
        bytes += part.widgets().stream().mapToInt(FrameSize::of).sum();
        if (bytes > MAX_BYTES) {
            throw WireException.malformed("a snapshot of more than " + MAX_BYTES + " bytes");
        }
        last = part;
        if (part.more()) {
            return null;
        }
        Snapshot whole = new Snapshot(part.photo(), part.epoch(), part.upTo(), widgets);
        clear();
        return whole;
    }

    private boolean goesOn(Snapshot part) {
        return last != null
                && part.part() == last.part() + 1
                && part.photo() == last.photo()
                && part.epoch() == last.epoch()
                && part.upTo() == last.upTo();
    }

    private void clear() {
        widgets.clear();
        last = null;
        bytes = 0;
    }
}
