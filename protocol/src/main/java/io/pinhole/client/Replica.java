package io.pinhole.client;

import io.pinhole.protocol.frame.Deltas;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.Snapshot;
import io.pinhole.protocol.frame.WidgetId;
import io.pinhole.protocol.proto.Delta;
import io.pinhole.protocol.widget.Context;
import io.pinhole.protocol.widget.Field;
import io.pinhole.protocol.widget.Operation;
import io.pinhole.protocol.widget.Widget;
import io.pinhole.protocol.widget.WidgetState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * One photo's widgets: what the relay has committed up to a revision, and as the view one's own operations that it has
 * not, on top. An operation of one's own leaves the top when the committed state holds it, or when it is refused. On
 * the client's loop.
 */
final class Replica {

    private final List<OwnOperation> echoes = new ArrayList<>();
    private final Set<WidgetId> touched = new LinkedHashSet<>();
    private final Set<WidgetId> echoed = new LinkedHashSet<>();
    private WidgetState committed = WidgetState.EMPTY;
    private WidgetState view = WidgetState.EMPTY;
    private @Nullable Self self;
    private boolean known;
    private long epoch;
    private long revision;

    /** Told of one's own operations as the relay has ordered them. */
    interface Witness {

        /** @param change empty if what was there before is not known well enough */
        void committed(OwnOperation own, Optional<Change> change);
    }

    /** What came of deltas. */
    enum Taken {
        ALL,
        /** They do not go on from here. */
        GAP,
        /** They cannot be applied; only a snapshot helps. */
        UNFIT
    }

    /** The rights of this connection; before the first nothing is shown of what is not committed. */
    void joined(Self as) {
        self = as;
    }

    /** Whether the relay has said anything yet that still holds. */
    boolean isKnown() {
        return known;
    }

    long epoch() {
        return epoch;
    }

    long revision() {
        return revision;
    }

    WidgetState view() {
        return view;
    }

    WidgetState committed() {
        return committed;
    }

    /** Whether a widget was committed, be it that it is deleted since. */
    boolean hasCome(WidgetId widget) {
        return committed.fieldRevision(widget, Field.DELETED) != 0;
    }

    /** Own operations that the view shows and the committed state does not. */
    int echoes() {
        return echoes.size();
    }

    /** Shows one's own operation; empty if it cannot be applied as far as is known here. */
    Optional<Change> echo(OwnOperation own) {
        echoes.add(own);
        Change change = tryEcho(own, view);
        if (change != null) {
            view = change.after();
            echoed.addAll(change.applied().changed());
        }
        return Optional.ofNullable(change);
    }

    /** The relay has committed it. */
    void stored(OwnOperation own) {
        echoes.removeIf(other -> other == own && own.isIn(revision));
    }

    /** It will not be. */
    void refused(OwnOperation own) {
        echoes.remove(own);
    }

    /** The log that was followed has ended. */
    void forget() {
        known = false;
    }

    /** @throws RefusedException if it is not a state of widgets */
    void on(Snapshot snapshot) throws RefusedException {
        WidgetState replacement = WidgetState.fromSnapshot(snapshot.widgets());
        if (snapshot.epoch() != epoch) {
            echoes.removeIf(own -> own.revision() != 0);
        }
        committed.inDrawingOrder().stream().map(Widget::id).forEach(touched::add);
        replacement.inDrawingOrder().stream().map(Widget::id).forEach(touched::add);
        committed = replacement;
        epoch = snapshot.epoch();
        known = true;
        moveTo(snapshot.upTo());
    }

    /**
     * @param writer of one's own operations
     * @param people by participant handle
     */
    Taken on(Deltas deltas, long writer, IntFunction<@Nullable PersonId> people, Witness witness) {
        if (!known || deltas.epoch() != epoch || deltas.after() > revision) {
            return Taken.GAP;
        }
        for (Delta delta : deltas.deltas()) {
            fillIn(delta.getRevision(), witness);
            if (delta.getRevision() > revision && !apply(delta, writer, people, witness)) {
                return Taken.UNFIT;
            }
        }
        moveTo(Math.max(revision, deltas.upTo()));
        return Taken.ALL;
    }

    /**
     * Does what a slow line left out of one's own: later operations supersede it, so it makes no difference in the end,
     * but to take the later ones back one has to know what was there before them.
     */
    private void fillIn(long next, Witness witness) {
        List<OwnOperation> leftOut = echoes.stream()
                .filter(own -> own.revision() > revision && own.revision() < next)
                .sorted(Comparator.comparingLong(OwnOperation::revision))
                .toList();
        for (OwnOperation own : leftOut) {
            Change change = self == null ? null : tryCommit(own.operation(), self.committed(own));
            witness.committed(own, Optional.ofNullable(change));
        }
    }

    /** @return false if it cannot be */
    private boolean apply(Delta delta, long writer, IntFunction<@Nullable PersonId> people, Witness witness) {
        boolean isNext = delta.getRevision() == revision + 1;
        PersonId person = author(delta, people);
        Operation operation = operation(delta);
        if (person == null || operation == null) {
            return false;
        }
        Change change = tryCommit(operation, Context.committed(delta.getRevision(), person, delta.getTimeMillis()));
        if (change != null && delta.getWriter() == writer) {
            witness(delta, change, isNext, witness);
        }
        return change != null;
    }

    private static @Nullable Operation operation(Delta delta) {
        try {
            return Operation.of(delta.getOperation());
        } catch (RefusedException e) {
            return null;
        }
    }

    private @Nullable Change tryCommit(Operation operation, Context at) {
        try {
            Change change = Change.of(operation, at, committed);
            committed = change.after();
            revision = at.revision();
            touched.addAll(change.applied().changed());
            return change;
        } catch (RefusedException e) {
            return null;
        }
    }

    /** Others are named; one's own operations carry one's own handle. Null if that is nobody. */
    private static @Nullable PersonId author(Delta delta, IntFunction<@Nullable PersonId> people) {
        if (delta.getPerson().isEmpty()) {
            return people.apply(delta.getParticipant());
        }
        try {
            return new PersonId(delta.getPerson());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** @param isNext else something was left out before it, perhaps of one's own */
    private void witness(Delta delta, Change change, boolean isNext, Witness witness) {
        boolean isExact = isNext || decidedBefore(delta).isEmpty();
        for (OwnOperation own : echoes) {
            if (own.seq() == delta.getSeq()) {
                own.committed(delta.getRevision());
                witness.committed(own, isExact ? Optional.of(change) : Optional.empty());
            }
        }
        echoes.removeAll(decidedBefore(delta));
    }

    /** One's own are decided in their order: those before are in the committed state, or refused, though no answer has come. */
    private List<OwnOperation> decidedBefore(Delta delta) {
        return echoes.stream()
                .filter(own -> own.seq() < delta.getSeq() && own.revision() == 0)
                .toList();
    }

    private void moveTo(long position) {
        revision = position;
        echoes.removeIf(own -> own.isIn(revision));
    }

    /** Brings the view up to date; the widgets that look different since. */
    Set<WidgetId> redraw() {
        Set<WidgetId> candidates = new LinkedHashSet<>(touched);
        candidates.addAll(echoed);
        touched.clear();
        echoed.clear();
        WidgetState before = view;
        view = committed;
        for (OwnOperation own : echoes) {
            Change change = tryEcho(own, view);
            if (change != null) {
                view = change.after();
                echoed.addAll(change.applied().changed());
            }
        }
        candidates.addAll(echoed);
        candidates.removeIf(id -> before.widget(id).equals(view.widget(id)));
        return candidates;
    }

    /** What the relay will refuse is not shown. */
    private @Nullable Change tryEcho(OwnOperation own, WidgetState on) {
        try {
            return self == null ? null : Change.of(own.operation(), self.at(own), on);
        } catch (RefusedException e) {
            return null;
        }
    }
}
