package io.pinhole.relay.annotation.model;

import io.pinhole.client.CallAdapter;
import io.pinhole.client.KeptOperation;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Participant;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Pointer;
import io.pinhole.protocol.frame.Presence;
import io.pinhole.protocol.frame.Refusal;
import io.pinhole.protocol.frame.Stroke;
import java.util.HashMap;
import java.util.Map;

/** An application, as far as it must remember something of what it is told. */
final class App extends CallAdapter {

    private final Map<Integer, PersonId> people = new HashMap<>();
    private final Ledger ledger;
    private final World world;

    App(Ledger ledger, World world) {
        this.ledger = ledger;
        this.world = world;
    }

    /** In the call, for the first time or again: people are told anew. */
    void enters() {
        people.clear();
    }

    @Override
    public void participant(Participant participant) {
        if (participant.presence() == Presence.GONE) {
            people.remove(participant.handle());
        } else {
            people.put(participant.handle(), participant.person());
        }
    }

    @Override
    public void pointer(PhotoId photo, Pointer pointer) {
        requirePresent(pointer.participant());
    }

    @Override
    public void stroke(PhotoId photo, Stroke piece) {
        requirePresent(piece.participant());
        world.census().count(Census.Event.STROKE);
    }

    private void requirePresent(int participant) {
        if (!people.containsKey(participant)) {
            throw new AssertionError("participant " + participant + " is not there, and draws");
        }
    }

    @Override
    public void stored(KeptOperation operation, long revision) {
        Ledger.Entry entry = ledger.answered(operation, revision);
        world.oracle().requireDurable(operation.photo(), revision, entry.name());
        world.census().count(Census.Event.STORED);
    }

    /** Nobody can draw on a photo before it is in the list; of that the outbox does not know. */
    @Override
    public void refused(KeptOperation operation, Refusal reason) {
        if (operation.seq() != 0) {
            ledger.answered(operation, 0);
            world.census().count(Census.Event.REFUSED);
        } else if (reason.code().filter(Code.PHOTO_UNKNOWN::equals).isEmpty()) {
            throw new AssertionError("refused by nobody: " + operation + ", " + reason);
        }
    }
}
