package io.pinhole.protocol.link;

import io.pinhole.protocol.frame.Deltas;
import io.pinhole.protocol.frame.Frame;
import io.pinhole.protocol.frame.OperationResults;
import io.pinhole.protocol.frame.Operations;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.Snapshot;
import io.pinhole.protocol.frame.Stroke;
import io.pinhole.protocol.frame.StrokeInk;
import io.pinhole.protocol.frame.Voice;
import io.pinhole.protocol.frame.WireException;
import io.pinhole.protocol.proto.Delta;
import io.pinhole.protocol.proto.OperationMessage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts back what the peer's {@link Shorthand} has left out, and together what came in parts. */
final class Longhand {

    private final @Nullable OpenStroke[] strokes = new @Nullable OpenStroke[Shorthand.MAX_STROKES + 1];
    private final @Nullable String[] people = new @Nullable String[Voice.MAX_SPEAKERS];
    private final SnapshotJoiner snapshot = new SnapshotJoiner();
    private final LastWidgets widgets = new LastWidgets();
    private final Positions positions = new Positions();
    private final OwnOperations own;
    private long writer;
    private long timeMillis;

    /** @param own operations, kept by both directions of the link */
    Longhand(OwnOperations own) {
        this.own = own;
    }

    /**
     * The frame as it was meant; null if this is not all of it.
     *
     * @throws WireException MALFORMED if what is left out was never said on this connection
     */
    @Nullable Frame of(Frame frame) throws WireException {
        if (frame instanceof Operations operations) {
            return of(operations);
        }
        if (frame instanceof OperationResults results) {
            return results.of(writer(results.writer()));
        }
        if (frame instanceof Deltas deltas) {
            return of(deltas);
        }
        if (frame instanceof StrokeInk ink) {
            return of(ink);
        }
        if (frame instanceof Stroke stroke) {
            return of(stroke);
        }
        if (frame instanceof Snapshot part) {
            positions.said(part);
            return snapshot.add(part);
        }
        return frame;
    }

    private Operations of(Operations operations) throws WireException {
        List<OperationMessage> meant = new ArrayList<>(operations.operations().size());
        for (OperationMessage operation : operations.operations()) {
            meant.add(widgets.restored(0, operation));
        }
        Operations whole = operations.with(meant).by(writer(operations.writer()));
        own.received(whole);
        return whole;
    }

    private long writer(long said) throws WireException {
        if (said == 0 && writer == 0) {
            throw WireException.malformed("the first operations of a connection without their writer");
        }
        writer = said == 0 ? writer : said;
        return writer;
    }

    private Deltas of(Deltas deltas) throws WireException {
        List<Delta> meant = new ArrayList<>(deltas.deltas().size());
        for (Delta delta : deltas.deltas()) {
            meant.add(of(delta));
        }
        return positions.restored(deltas.with(meant));
    }

    /** One's own have a seq, others' a person. */
    private Delta of(Delta delta) throws WireException {
        timeMillis += delta.getTimeMillis();
        if (timeMillis < 0) {
            throw WireException.malformed("a time that is " + delta.getTimeMillis() + " ms later than the last");
        }
        Delta.Builder meant = delta.toBuilder().setTimeMillis(timeMillis);
        if (delta.getSeq() != 0) {
            restoreOwn(delta, meant.setWriter(writer(delta.getWriter())));
        } else {
            restorePerson(delta, meant);
            restoreWidget(delta, meant);
        }
        return meant.build();
    }

    private void restorePerson(Delta delta, Delta.Builder meant) throws WireException {
        int participant = delta.getParticipant();
        if (participant <= 0 || participant >= people.length) {
            return;
        }
        if (!delta.getPerson().isEmpty()) {
            people[participant] = delta.getPerson();
        }
        String person = people[participant];
        if (person == null) {
            throw WireException.malformed("an operation of participant " + participant + " without its person");
        }
        meant.setPerson(person);
    }

    private void restoreWidget(Delta delta, Delta.Builder meant) throws WireException {
        if (delta.hasOperation()) {
            meant.setOperation(widgets.restored(delta.getParticipant(), delta.getOperation()));
        }
    }

    private void restoreOwn(Delta delta, Delta.Builder meant) throws WireException {
        if (delta.hasOperation()) {
            return;
        }
        OperationMessage operation = own.of(meant.getWriter(), delta.getSeq());
        if (operation == null) {
            throw WireException.malformed("operation " + delta.getSeq() + " without what it says");
        }
        meant.setOperation(operation);
    }

    private Stroke of(Stroke piece) throws WireException {
        if (piece.handle() < 0 || piece.handle() > Shorthand.MAX_STROKES) {
            throw WireException.malformed("a stroke under the handle " + Integer.toUnsignedString(piece.handle()));
        }
        try {
            strokes[piece.handle()] = OpenStroke.begin(piece);
            return piece.under(0);
        } catch (RefusedException e) {
            throw WireException.malformed("a piece of a stroke: " + e.getMessage());
        }
    }

    private Stroke of(StrokeInk ink) throws WireException {
        OpenStroke open = ink.handle() > Shorthand.MAX_STROKES ? null : strokes[ink.handle()];
        if (open == null || ink.handle() == 0) {
            throw WireException.malformed("a stroke goes on under the unknown handle " + ink.handle());
        }
        try {
            return open.next(ink.differences());
        } catch (RefusedException e) {
            throw WireException.malformed("a piece of a stroke: " + e.getMessage());
        }
    }
}
