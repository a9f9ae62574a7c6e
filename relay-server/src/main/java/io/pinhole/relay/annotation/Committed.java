package io.pinhole.relay.annotation;

import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.widget.Context;
import io.pinhole.protocol.widget.Operation;
import io.pinhole.protocol.widget.WidgetState;
import io.pinhole.relay.store.StoreException;
import io.pinhole.relay.store.StoredLog;
import io.pinhole.relay.store.StoredOperation;

/** A photo's widgets as of a revision that is durable. */
record Committed(long revision, WidgetState state) {

    /** Before the first operation. */
    static final Committed NOTHING = new Committed(0, WidgetState.EMPTY);

    /** What a log comes to. */
    static Committed of(StoredLog log) {
        try {
            WidgetState state = WidgetState.fromSnapshot(log.snapshot().widgets());
            for (StoredOperation stored : log.operations()) {
                Context at = Context.committed(
                        stored.revision(), stored.person(), stored.time().toEpochMilli());
                state = state.apply(Operation.of(stored.change()), at).state();
            }
            return new Committed(log.revision(), state);
        } catch (RefusedException e) {
            throw new StoreException("a stored log holds what can never have been accepted", e);
        }
    }

    /** About how much memory it takes. */
    int bytes() {
        return 256 + 512 * state.size() + 8 * state.points();
    }
}
