package io.pinhole.relay.annotation.model;

import io.pinhole.protocol.frame.ClientFrame;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Deltas;
import io.pinhole.protocol.frame.FrameType;
import io.pinhole.protocol.frame.Have;
import io.pinhole.protocol.frame.HavePhoto;
import io.pinhole.protocol.frame.OperationResults;
import io.pinhole.protocol.frame.Operations;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.Pointer;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.Reply;
import io.pinhole.protocol.frame.ServerFrame;
import io.pinhole.protocol.frame.Stroke;
import io.pinhole.protocol.link.ModelLink;
import io.pinhole.relay.annotation.Annotator;
import java.util.List;
import java.util.Optional;

/** The relay's end of a connection: does with the frames of a client what a call does with them. */
final class Seat implements Annotator {

    private final ModelLink link = new ModelLink(FrameType.Sender.CLIENT);
    private final Reasons reasons = new Reasons();
    private final RelayHalf relay;
    private final PersonId person;
    private final boolean mayModerate;
    private final Tampering tampering;
    private final List<Operations> sent;
    private boolean isOver;

    Seat(RelayHalf relay, Person who, Tampering tampering) {
        this.relay = relay;
        this.person = who.id();
        this.mayModerate = who.mayModerate();
        this.tampering = tampering;
        this.sent = who.sent();
    }

    ModelLink link() {
        return link;
    }

    /** A frame has come; the call looks at it when it has time. */
    void received(ClientFrame frame) {
        relay.later(() -> {
            if (!isOver) {
                handle(frame);
            }
        });
    }

    private void handle(ClientFrame frame) {
        if (frame instanceof Have have) {
            have.photos().forEach(this::follow);
        } else if (frame instanceof Operations batch) {
            sent.add(batch);
            submit(batch);
        } else if (frame instanceof Pointer pointer) {
            show(
                    pointer.photo(),
                    new Pointer(pointer.photo(), relay.attendance().participant(person), pointer.x(), pointer.y()));
        } else if (frame instanceof Stroke s) {
            int participant = relay.attendance().participant(person);
            relay.attendance().draws(person, s.widget());
            show(s.photo(), new Stroke(s.photo(), participant, s.widget(), s.kind(), s.stroke(), s.width(), s.ink()));
        } else {
            throw new AssertionError("a client of this model says no " + frame.type());
        }
    }

    private void follow(HavePhoto have) {
        reasons.take(have.photo());
        tampering.asked(have);
        countSuffix(have);
        relay.annotations().follow(this, relay.photo(have.photo()), have.epoch(), have.revision());
    }

    private void countSuffix(HavePhoto have) {
        boolean isBehind = have.revision() < relay.store().log(have.photo()).size();
        if (have.epoch() == relay.epoch() && have.revision() > 0 && isBehind) {
            relay.census().count(Census.Event.SUFFIX);
        }
    }

    void submit(Operations batch) {
        relay.annotations().submit(this, relay.photo(batch.photo()), batch, Optional.empty());
    }

    private void show(int photo, ServerFrame frame) {
        relay.annotations().show(this, relay.photo(photo), frame);
    }

    /** What still comes from this connection is not for the call any more. */
    void leave() {
        if (!isOver) {
            isOver = true;
            relay.annotations().left(this);
        }
    }

    @Override
    public PersonId person() {
        return person;
    }

    @Override
    public Optional<RefusedException> whyNotModerate() {
        return mayModerate ? Optional.empty() : Optional.of(new RefusedException(Code.RIGHT_MISSING, "no moderator"));
    }

    @Override
    public void tell(ServerFrame frame) {
        if (frame instanceof OperationResults results) {
            if (has(Code.EPOCH_CHANGED, results)) {
                reasons.give(relay.photo(results.photo()).id());
            } else if (has(Code.STORE_UNAVAILABLE, results)) {
                relay.census().count(Census.Event.UNAVAILABLE);
            }
        } else if (frame instanceof Reply) {
            relay.census().count(Census.Event.UNREADABLE);
            relay.photos().forEach(reasons::give); // it does not say of which
        }
        link.send(frame);
    }

    private static boolean has(Code code, OperationResults results) {
        return results.results().stream().anyMatch(result -> result.getRefusal().getCode() == code.number());
    }

    @Override
    public void tell(Deltas deltas, Runnable lapsed) {
        Runnable counted = () -> {
            relay.census().count(Census.Event.OVERFLOWN);
            lapsed.run();
        };
        tampering.pass(deltas).forEach(passed -> link.send(passed, counted));
    }

    @Override
    public void want(int photo, Runnable ask) {
        link.want(photo, ask);
    }

    @Override
    public void forget(int photo) {
        link.forget(photo);
    }
}
