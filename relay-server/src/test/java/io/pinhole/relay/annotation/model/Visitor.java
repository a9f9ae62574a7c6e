package io.pinhole.relay.annotation.model;

import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Deltas;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.ServerFrame;
import io.pinhole.protocol.frame.Snapshot;
import io.pinhole.protocol.widget.WidgetState;
import io.pinhole.relay.annotation.Annotator;
import java.util.Optional;

/** Somebody with nothing, who is told what the relay has. */
final class Visitor implements Annotator {

    private final RelayHalf relay;
    private WidgetState seen = WidgetState.EMPTY;

    Visitor(RelayHalf relay) {
        this.relay = relay;
    }

    WidgetState sees(PhotoId photo) {
        relay.annotations().follow(this, relay.photo(photo), 0, 0);
        while (relay.turn() || relay.store().turn()) {}
        relay.annotations().left(this);
        return seen;
    }

    @Override
    public PersonId person() {
        return new PersonId("visitor");
    }

    @Override
    public Optional<RefusedException> whyNotModerate() {
        return Optional.of(new RefusedException(Code.RIGHT_MISSING, "no moderator"));
    }

    @Override
    public void tell(ServerFrame frame) {
        try {
            seen = WidgetState.fromSnapshot(((Snapshot) frame).widgets());
        } catch (RefusedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void tell(Deltas deltas, Runnable lapsed) {}

    @Override
    public void want(int photo, Runnable ask) {
        ask.run();
    }

    @Override
    public void forget(int photo) {}
}
