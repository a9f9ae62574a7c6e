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
import io.pinhole.protocol.frame.WidgetId;
import io.pinhole.protocol.proto.Delta;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out what the peer knows from earlier frames of this connection: the writer of operations, what its own say, where
 * deltas begin, of times all but the difference, whom a participant handle stands for, the widget that one goes on with, and of a stroke that grows all but
 * its new points. Called when a frame is written, so that what never was counts for nothing. The peer's {@link Longhand}
 * puts it back.
 */
final class Shorthand {

    /** Strokes that may go on at the same time; another takes the handle of the one that rested longest. */
    static final int MAX_STROKES = 32;

    private final Map<Key, OpenStroke> strokes = new LinkedHashMap<>(16, 0.75f, true);
    private final @Nullable String[] people = new @Nullable String[Voice.MAX_SPEAKERS];
    private final LastWidgets widgets = new LastWidgets();
    private final Positions positions = new Positions();
    private final OwnOperations own;
    private long writer;
    private long timeMillis;

    private record Key(int photo, int participant, WidgetId widget) {}

    /** @param own operations, kept by both directions of the link */
    Shorthand(OwnOperations own) {
        this.own = own;
    }

    Frame of(Frame frame) {
        if (frame instanceof Operations operations) {
            own.sent(operations);
            Operations shorter = operations.with(operations.operations().stream()
                    .map(operation -> widgets.shortened(0, operation))
                    .toList());
            return isSaid(operations.writer()) ? shorter.by(0) : shorter;
        }
        if (frame instanceof OperationResults results) {
            return isSaid(results.writer()) ? results.of(0) : results;
        }
        if (frame instanceof Deltas deltas) {
            return positions.shortened(
                    deltas.with(deltas.deltas().stream().map(this::of).toList()));
        }
        if (frame instanceof Snapshot part) {
            positions.said(part);
            return part;
        }
        return frame instanceof Stroke stroke ? of(stroke) : frame;
    }

    /** Of the peer's own the writer is left out, of others' the person. */
    private Delta of(Delta delta) {
        Delta.Builder shorter = delta.toBuilder().setTimeMillis(delta.getTimeMillis() - timeMillis);
        timeMillis = delta.getTimeMillis();
        if (delta.getWriter() != 0) {
            shortenOwn(delta, shorter);
        } else {
            shortenOthers(delta, shorter);
        }
        return shorter.build();
    }

    private void shortenOthers(Delta delta, Delta.Builder shorter) {
        if (isSaid(delta.getParticipant(), delta.getPerson())) {
            shorter.clearPerson();
        }
        if (delta.hasOperation()) {
            shorter.setOperation(widgets.shortened(delta.getParticipant(), delta.getOperation()));
        }
    }

    private void shortenOwn(Delta delta, Delta.Builder shorter) {
        if (delta.getOperation().equals(own.of(delta.getWriter(), delta.getSeq()))) {
            shorter.clearOperation();
        }
        if (isSaid(delta.getWriter())) {
            shorter.clearWriter();
        }
    }

    private boolean isSaid(int participant, String person) {
        if (participant <= 0 || participant >= people.length) {
            return false;
        }
        boolean same = person.equals(people[participant]);
        people[participant] = person;
        return same;
    }

    private boolean isSaid(long by) {
        boolean same = by == writer;
        writer = by;
        return same;
    }

    private Frame of(Stroke piece) {
        try {
            return bind(piece);
        } catch (RefusedException e) {
            return piece; // its ink is for the peer to judge
        }
    }

    private Frame bind(Stroke piece) throws RefusedException {
        Key key = new Key(piece.photo(), piece.participant(), piece.widget());
        OpenStroke open = strokes.get(key);
        if (open != null && open.goesOnWith(piece)) {
            return new StrokeInk(open.handle(), open.advance(piece));
        }
        OpenStroke begun = OpenStroke.begin(piece.under(open == null ? nextHandle() : open.handle()));
        if (open == null && strokes.size() == MAX_STROKES) {
            strokes.remove(strokes.keySet().iterator().next());
        }
        strokes.put(key, begun);
        return piece.under(begun.handle());
    }

    private int nextHandle() {
        return strokes.size() < MAX_STROKES
                ? strokes.size() + 1
                : strokes.values().iterator().next().handle();
    }
}
