package io.pinhole.relay.annotation;

import io.pinhole.protocol.widget.WidgetState;
import io.pinhole.relay.store.FoldedLog;
import io.pinhole.relay.store.StoredLog;

/** A photo's widgets as of a revision that is durable. */
record Committed(long revision, WidgetState state) {

    /** Before the first operation. */
    static final Committed NOTHING = new Committed(0, WidgetState.EMPTY);

    /** What a log comes to. */
    static Committed of(StoredLog log) {
        FoldedLog folded = FoldedLog.of(log);
        return new Committed(folded.revision(), folded.state());
    }

    /** About how much memory it takes. */
    int bytes() {
        return 256 + 512 * state.size() + 8 * state.points();
    }
}
