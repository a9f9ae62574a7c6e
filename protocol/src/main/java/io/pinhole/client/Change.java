package io.pinhole.client;

import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.widget.Applied;
import io.pinhole.protocol.widget.Context;
import io.pinhole.protocol.widget.Inverse;
import io.pinhole.protocol.widget.Operation;
import io.pinhole.protocol.widget.WidgetState;
import java.util.Optional;

/** An operation together with what it did to a state. */
record Change(Operation operation, WidgetState before, Applied applied) {

    static Change of(Operation operation, Context at, WidgetState before) throws RefusedException {
        return new Change(operation, before, before.apply(operation, at));
    }

    WidgetState after() {
        return applied.state();
    }

    /** What takes it back; empty if it changed nothing. */
    Optional<Inverse> inverse(long revision) {
        return Inverse.of(operation, revision, before, applied);
    }
}
