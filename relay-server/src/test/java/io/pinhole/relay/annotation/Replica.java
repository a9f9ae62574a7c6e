package io.pinhole.relay.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Deltas;
import io.pinhole.protocol.frame.OperationResults;
import io.pinhole.protocol.frame.Operations;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.ServerFrame;
import io.pinhole.protocol.frame.Snapshot;
import io.pinhole.protocol.proto.Delta;
import io.pinhole.protocol.proto.OperationMessage;
import io.pinhole.protocol.proto.OperationResult;
import io.pinhole.protocol.widget.Context;
import io.pinhole.protocol.widget.Operation;
import io.pinhole.protocol.widget.WidgetState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One connection, with the widgets that it has been told of, as a client would keep them. */
final class Replica implements Annotator {

    /** What is known of a photo. */
    record Known(long epoch, long revision, WidgetState state) {
        static final Known NOTHING = new Known(0, 0, WidgetState.EMPTY);
    }

    final List<ServerFrame> frames = new ArrayList<>();
    private final Room room;
    private final PersonId person;
    private final Map<Integer, Known> known = new HashMap<>();
    private final Set<Integer> wanting = new HashSet<>();
    private boolean mayModerate;
    private boolean isSlow;

    Replica(Room room, PersonId person) {
        this.room = room;
        this.person = person;
    }

    Replica moderator() {
        mayModerate = true;
        return this;
    }

    /** From now on deltas give way. */
    void slow(boolean slow) {
        isSlow = slow;
    }

    /** Takes over what an earlier connection had. */
    Replica with(Replica earlier) {
        known.putAll(earlier.known);
        return this;
    }

    void follow(PhotoId photo) {
        Known has = known.getOrDefault((int) photo.low(), Known.NOTHING);
        room.annotations().follow(this, room.photo(photo), has.epoch, has.revision);
    }

    void submit(PhotoId photo, long writer, long firstSeq, Operation... operations) {
        List<OperationMessage> messages =
                Arrays.stream(operations).map(Operation::toMessage).toList();
        submit(photo, new Operations((int) photo.low(), room.epoch(), writer, firstSeq, messages));
    }

    void submit(PhotoId photo, Operations batch) {
        room.annotations().submit(this, room.photo(photo), batch, Optional.empty());
    }

    Known known(PhotoId photo) {
        return known.getOrDefault((int) photo.low(), Known.NOTHING);
    }

    /** The results that came since this was asked last. */
    List<OperationResult> results() {
        List<OperationResult> results = frames.stream()
                .filter(OperationResults.class::isInstance)
                .flatMap(frame -> ((OperationResults) frame).results().stream())
                .toList();
        frames.removeIf(OperationResults.class::isInstance);
        return results;
    }

    @Override
    public PersonId person() {
        return person;
    }

    @Override
    public Optional<RefusedException> whyNotModerate() {
        return mayModerate
                ? Optional.empty()
                : Optional.of(new RefusedException(Code.ROLE_NOT_ALLOWED, "this role never moderates"));
    }

    @Override
    public void tell(ServerFrame frame) {
        frames.add(frame);
        if (frame instanceof Snapshot snapshot) {
            wanting.remove(snapshot.photo());
            try {
                known.put(
                        snapshot.photo(),
                        new Known(snapshot.epoch(), snapshot.upTo(), WidgetState.fromSnapshot(snapshot.widgets())));
            } catch (RefusedException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Override
    public void tell(Deltas deltas, Runnable lapsed) {
        if (wanting.contains(deltas.photo())) {
            return;
        }
        if (isSlow) {
            want(deltas.photo(), lapsed);
            return;
        }
        frames.add(deltas);
        Known before = known.getOrDefault(deltas.photo(), Known.NOTHING);
        assertThat(deltas.after()).as("no gap").isEqualTo(before.revision);
        WidgetState state = before.state;
        for (Delta delta : deltas.deltas()) {
            PersonId by = delta.getPerson().isEmpty() ? person : new PersonId(delta.getPerson());
            try {
                state = state.apply(
                                Operation.of(delta.getOperation()),
                                Context.committed(delta.getRevision(), by, delta.getTimeMillis()))
                        .state();
            } catch (RefusedException e) {
                throw new AssertionError(e);
            }
        }
        known.put(deltas.photo(), new Known(deltas.epoch(), deltas.upTo(), state));
    }

    @Override
    public void want(int photo, Runnable ask) {
        if (wanting.add(photo)) {
            ask.run();
        }
    }

    @Override
    public void forget(int photo) {
        wanting.remove(photo);
    }
}
