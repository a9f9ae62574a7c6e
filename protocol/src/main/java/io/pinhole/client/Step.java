package io.pinhole.client;

import io.pinhole.protocol.widget.Inverse;
import org.jspecify.annotations.Nullable;

/** One's own operation as something to be taken back. On the client's loop. */
final class Step {

    private final OwnOperation own;
    private final @Nullable Step takesBack;
    private Inverse inverse;

    /** @param takesBack the step that this one undoes or does again, if it does */
    Step(OwnOperation own, @Nullable Step takesBack, Inverse inverse) {
        this.own = own;
        this.takesBack = takesBack;
        this.inverse = inverse;
    }

    /** The relay's order shows better what there was before. */
    void correct(Inverse committed) {
        inverse = committed;
    }

    OwnOperation own() {
        return own;
    }

    @Nullable Step takesBack() {
        return takesBack;
    }

    /** By the operation's provisional revision. */
    Inverse inverse() {
        return inverse;
    }
}
