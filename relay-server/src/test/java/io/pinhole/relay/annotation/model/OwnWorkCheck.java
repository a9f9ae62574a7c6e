package io.pinhole.relay.annotation.model;

import io.pinhole.client.DrawingSnapshot;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.WidgetId;
import io.pinhole.protocol.widget.Context;
import io.pinhole.protocol.widget.Field;
import io.pinhole.protocol.widget.Operation;
import io.pinhole.protocol.widget.Widget;
import io.pinhole.protocol.widget.WidgetState;
import java.util.EnumSet;
import java.util.OptionalInt;

/**
 * Whether what an undo or redo does is done to one's own work only, as far as was known when it was planned: by who wrote
 * each field last in the log, and by whose thought the values are.
 */
final class OwnWorkCheck {

    private final Oracle oracle;
    private final Person.Self self;
    private final Races races;
    private final DrawingSnapshot known;

    /** @param known to the person before */
    OwnWorkCheck(Oracle oracle, Person.Self self, Races races, DrawingSnapshot known) {
        this.oracle = oracle;
        this.self = self;
        this.races = races;
        this.known = known;
    }

    void undo(Operation operation) {
        lastWriterIsSelf(operation);
        requireOwnThoughts(operation, known.widgets());
    }

    /** What stood in between may be another's; what comes again is one's own. */
    void redo(Operation operation) {
        lastWriterIsSelf(operation);
        requireOwnThoughts(operation, after(operation));
    }

    private WidgetState after(Operation operation) {
        try {
            Context at = Context.committed(Long.MAX_VALUE, self.id(), 0);
            return known.widgets().apply(operation, at).state();
        } catch (RefusedException e) {
            throw new AssertionError("this cannot be done: " + operation, e);
        }
    }

    /** Of what the operation writes, as it is in this state. */
    private void requireOwnThoughts(Operation operation, WidgetState state) {
        if (operation instanceof Operation.Update update) {
            Widget widget = state.widget(update.widget()).orElseThrow();
            update.fields().names().forEach(field -> requireOwnThought(widget, field));
        } else if (operation instanceof Operation.Reorder reorder) {
            requireOwnThought(state.widget(reorder.widget()).orElseThrow(), Field.Z);
        }
    }

    private void lastWriterIsSelf(Operation operation) {
        if (operation instanceof Operation.Update update) {
            update.fields().names().forEach(field -> requireOwn(update.widget(), field));
        } else if (operation instanceof Operation.Reorder reorder) {
            requireOwn(reorder.widget(), Field.Z);
        } else if (operation instanceof Operation.Lock lock) {
            requireOwn(lock.widget(), Field.LOCK);
        } else if (operation instanceof Operation.Restore restore) {
            restore.widgets().forEach(this::requireOwnDeletion);
        } else if (operation instanceof Operation.Delete delete) {
            delete.widgets().forEach(this::requireUntouched);
        } else {
            throw new AssertionError("this takes nothing back: " + operation);
        }
    }

    private void requireOwnDeletion(WidgetId id) {
        if (known.widgets().tombstone(id).isEmpty()) {
            throw new AssertionError(id + " is not deleted");
        }
        requireOwn(id, Field.DELETED);
    }

    /** Of a widget that one has made, all must be one's own; of one that one had brought back, all that came since. */
    private void requireUntouched(WidgetId id) {
        Widget widget = live(id);
        requireOwn(id, Field.DELETED);
        long there = widget.fieldRevision(Field.DELETED);
        boolean wasNeverGone = wasMadeAt(id, there);
        for (Field field : EnumSet.allOf(Field.class)) {
            long written = widget.fieldRevision(field);
            if (written != 0 && (wasNeverGone || written > there)) {
                requireOwn(id, field);
            }
            if (wasNeverGone) {
                requireOwnThought(widget, field);
            }
        }
    }

    private boolean wasMadeAt(WidgetId id, long revision) {
        boolean isCommitted =
                oracle.writer(known.photo(), known.epoch(), revision).isPresent();
        return isCommitted
                ? oracle.row(known.photo(), known.epoch(), revision).change().hasCreate()
                : known.committed().fieldRevision(id, Field.DELETED) == 0;
    }

    private void requireOwn(WidgetId id, Field field) {
        long revision = known.widgets().fieldRevision(id, field);
        if (!isOwn(id, revision)) {
            throw new AssertionError(self.id() + " takes back " + field + " of " + id + ", which revision " + revision
                    + " wrote: " + oracle.writer(known.photo(), known.epoch(), revision));
        }
    }

    /** What no revision of the log wrote is one's own and not committed. */
    private boolean isOwn(WidgetId id, long revision) {
        if (revision == 0) {
            throw new AssertionError("nothing was written to " + id);
        }
        return oracle.writer(known.photo(), known.epoch(), revision)
                .map(self.id()::equals)
                .orElse(true);
    }

    private void requireOwnThought(Widget widget, Field field) {
        OptionalInt by = Mark.of(widget, field);
        boolean isOthers = by.isPresent() && by.getAsInt() != self.mark();
        if (isOthers && !races.wereFor(widget.id(), field, known)) {
            throw new AssertionError(
                    self.id() + " takes " + field + " of person " + by.getAsInt() + " away: " + widget);
        }
    }

    private Widget live(WidgetId id) {
        return known.widgets().widget(id).orElseThrow(() -> new AssertionError("no widget " + id));
    }
}
