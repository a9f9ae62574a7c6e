package io.pinhole.relay.annotation.model;

import io.pinhole.client.DrawingSnapshot;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.WidgetId;
import io.pinhole.protocol.widget.Context;
import io.pinhole.protocol.widget.Fields;
import io.pinhole.protocol.widget.Limits;
import io.pinhole.protocol.widget.WidgetState;
import java.util.List;

/**
 * Whether a person sees what is committed as far as is known, with one's own that the relay has not decided on top. While
 * something is decided of which the answer is still on its way, nobody can say what is right.
 */
final class ViewCheck {

    private static final long PROVISIONAL = 1L << 62;

    private final Oracle oracle;
    private final Person.Self self;
    private final List<Ledger.Entry> entries;

    /** What can be seen of a widget. */
    private record Look(WidgetId widget, String z, Fields fields, boolean isLocked) {}

    ViewCheck(Oracle oracle, Person.Self self, List<Ledger.Entry> entries) {
        this.oracle = oracle;
        this.self = self;
        this.entries = entries;
    }

    void check(DrawingSnapshot seen) {
        WidgetState expected = seen.committed();
        for (Ledger.Entry entry : entries) {
            if (!entry.kept().photo().equals(seen.photo()) || isOver(entry, seen)) {
                continue;
            }
            if (!entry.isAnswered() && oracle.isDecided(entry.name())) {
                return;
            }
            expected = withEcho(expected, entry);
        }
        if (!looks(expected).equals(looks(seen.widgets()))) {
            throw new AssertionError(self.id() + " sees " + seen.widgets() + ", and not " + expected);
        }
    }

    /** Refused, in what is committed as far as is known, or lost with the end of an earlier log. */
    private boolean isOver(Ledger.Entry entry, DrawingSnapshot seen) {
        long revision = entry.isAnswered() ? oracle.find(seen.photo(), seen.epoch(), entry.name()) : Long.MAX_VALUE;
        return revision <= seen.revision();
    }

    private WidgetState withEcho(WidgetState state, Ledger.Entry entry) {
        try {
            long revision = PROVISIONAL + entry.name().seq();
            Context at = new Context(revision, self.id(), self.mayModerate(), 0, Limits.DEFAULT);
            return state.apply(entry.kept().operation(), at).state();
        } catch (RefusedException e) {
            return state;
        }
    }

    private static List<Look> looks(WidgetState state) {
        return state.inDrawingOrder().stream()
                .map(w -> new Look(w.id(), w.z(), w.fields(), w.lockedBy() != null))
                .toList();
    }
}
