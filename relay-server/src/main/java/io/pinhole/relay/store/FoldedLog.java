package io.pinhole.relay.store;

import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.widget.Context;
import io.pinhole.protocol.widget.Operation;
import io.pinhole.protocol.widget.WidgetState;
import java.util.List;

/** What a photo's log comes to, up to a revision. Never changed. */
public record FoldedLog(long revision, WidgetState state) {

    /** @throws StoreException if these can never have been a photo's widgets */
    public static FoldedLog of(StoredSnapshot snapshot) {
        try {
            return new FoldedLog(snapshot.revision(), WidgetState.fromSnapshot(snapshot.widgets()));
        } catch (RefusedException e) {
            throw new StoreException("a stored snapshot holds what can never have been accepted", e);
        }
    }

    /** @throws StoreException if these can never have been accepted */
    public static FoldedLog of(StoredLog log) {
        return of(log.snapshot()).with(log.operations());
    }

    /**
     * With the operations that follow.
     *
     * @throws StoreException if one is missing, or can never have been accepted
     */
    public FoldedLog with(List<StoredOperation> operations) {
        WidgetState after = state;
        long expected = revision;
        for (StoredOperation stored : operations) {
            if (stored.revision() != ++expected) {
                throw new StoreException(
                        "a log has revision " + stored.revision() + " where " + expected + " is expected");
            }
            after = apply(stored, after);
        }
        return new FoldedLog(expected, after);
    }

    private static WidgetState apply(StoredOperation stored, WidgetState state) {
        Context at = Context.committed(
                stored.revision(), stored.person(), stored.time().toEpochMilli());
        try {
            return state.apply(Operation.of(stored.change()), at).state();
        } catch (RefusedException e) {
            throw new StoreException("a stored log holds what can never have been accepted", e);
        }
    }
}
