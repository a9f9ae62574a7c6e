package io.pinhole.relay.annotation.model;

import io.pinhole.client.DrawingSnapshot;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.WidgetId;
import io.pinhole.protocol.widget.Field;
import java.util.ArrayList;
import java.util.List;

/**
 * Where somebody else's change came to the relay between the planning of an undo and the undo. Then that change is lost as
 * in any race, and what is written back later may be its value.
 */
final class Races {

    private final List<Runner> runners = new ArrayList<>();
    private final Oracle oracle;
    private final PersonId person;

    /** An undo or redo, and what was known when it was planned. */
    private record Runner(Ledger.Entry entry, DrawingSnapshot known) {}

    Races(Oracle oracle, PersonId person) {
        this.oracle = oracle;
        this.person = person;
    }

    void enter(Ledger.Entry entry, DrawingSnapshot known) {
        runners.add(new Runner(entry, known));
    }

    /** Whether, as far as is known now, a race was for this field. */
    boolean wereFor(WidgetId widget, Field field, DrawingSnapshot now) {
        return runners.stream()
                .filter(runner -> runner.known.photo().equals(now.photo()) && runner.known.epoch() == now.epoch())
                .anyMatch(runner -> wasFor(widget, field, runner));
    }

    private boolean wasFor(WidgetId widget, Field field, Runner runner) {
        DrawingSnapshot known = runner.known;
        long end = oracle.find(known.photo(), known.epoch(), runner.entry.name());
        for (long revision = known.revision() + 1; revision < end; revision++) {
            boolean isOthers =
                    !oracle.row(known.photo(), known.epoch(), revision).person().equals(person);
            if (isOthers
                    && oracle.state(known.photo(), known.epoch(), revision).fieldRevision(widget, field) == revision) {
                return true;
            }
        }
        return false;
    }
}
