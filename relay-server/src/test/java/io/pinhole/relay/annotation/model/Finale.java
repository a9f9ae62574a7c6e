package io.pinhole.relay.annotation.model;

import io.pinhole.client.DrawingSnapshot;
import io.pinhole.client.LiveStroke;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.widget.WidgetState;
import io.pinhole.relay.store.StoredOperation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The end of a history: everybody who comes back gets everything, and then all have to agree. */
final class Finale {

    private static final int MAX_ROUNDS = 40;

    private final Cast cast;
    private final Traffic traffic;
    private final World world;
    private final RelayHalf relay;

    Finale(Cast cast, Traffic traffic) {
        this.cast = cast;
        this.traffic = traffic;
        this.world = cast.world();
        this.relay = cast.relay();
    }

    /** @param absent who does not come back */
    void run(Set<Person> absent) {
        List<Person> present = cast.people().stream()
                .filter(person -> !absent.contains(person))
                .toList();
        absent.forEach(person -> relay.attendance().gone(person.id()));
        present.forEach(this::comeBack);
        settle(present);
        for (PhotoId photo : world.photos()) {
            present.forEach(person -> checkWidgets(person, photo));
            checkRelay(photo);
        }
        present.forEach(this::checkResults);
        present.forEach(this::checkStrokes);
    }

    private void comeBack(Person person) {
        Line line = person.line();
        if (line == null) {
            traffic.connect(person);
        } else {
            line.stall(false);
        }
    }

    private void settle(List<Person> present) {
        for (int round = 0; round < MAX_ROUNDS; round++) {
            traffic.carryAll();
            world.clock().pass(1_000);
            if (round > 1 && present.stream().allMatch(person -> person.ledger().isSettled())) {
                return;
            }
        }
        throw new AssertionError("no end comes");
    }

    // ------------------------------------------------------------------ what has to be true

    private void checkWidgets(Person person, PhotoId photo) {
        WidgetState fold = fold(photo);
        DrawingSnapshot drawing = person.drawing(photo);
        requireEqual("the epoch", person.id(), drawing.epoch(), relay.epoch());
        requireEqual(
                "the position", person.id(), drawing.revision(), world.oracle().revision(photo));
        requireEqual("the replica", person.id(), drawing.committed(), fold);
        requireEqual("the view", person.id(), drawing.widgets(), fold);
        requireEqual("what is pending", person.id(), drawing.pending(), 0);
    }

    private void checkRelay(PhotoId photo) {
        Visitor visitor = new Visitor(relay);
        requireEqual("the state", "the relay", visitor.sees(photo), fold(photo));
        relay.evict();
        requireEqual("the state", "the store", visitor.sees(photo), fold(photo));
    }

    private WidgetState fold(PhotoId photo) {
        return world.oracle().state(photo, relay.epoch(), world.oracle().revision(photo));
    }

    /** Each operation has one result, and each revision is of one operation. */
    private void checkResults(Person person) {
        Map<Oracle.Name, StoredOperation> rows = new HashMap<>();
        for (PhotoId photo : world.photos()) {
            for (StoredOperation row : relay.store().log(photo)) {
                if (row.person().equals(person.id())) {
                    rows.put(new Oracle.Name(row.writer(), row.seq()), row);
                }
            }
        }
        person.ledger().entries().forEach(entry -> checkResult(entry, rows.remove(entry.name())));
        requireEqual("what is not known", person.id(), rows, Map.of());
    }

    private void checkResult(Ledger.Entry entry, @Nullable StoredOperation row) {
        requireEqual("the answer", entry.kept(), entry.isAnswered(), true);
        if (row == null) {
            boolean isLost = entry.revision() != 0;
            requireEqual("the loss", entry.kept(), isLost && world.oracle().isLost(entry.name()), isLost);
        } else {
            requireEqual("the revision", entry.kept(), entry.revision(), row.revision());
            requireEqual("the photo", entry.kept(), row.photo(), entry.kept().photo());
            requireEqual(
                    "the content",
                    entry.kept(),
                    row.change(),
                    entry.kept().operation().toMessage());
        }
    }

    private void checkStrokes(Person person) {
        world.photos().forEach(photo -> {
            DrawingSnapshot drawing = person.drawing(photo);
            drawing.strokes().forEach(stroke -> checkStroke(person, drawing.committed(), stroke));
        });
    }

    private void checkStroke(Person person, WidgetState committed, LiveStroke stroke) {
        if (committed.widget(stroke.widget()).isPresent()
                || committed.tombstone(stroke.widget()).isPresent()) {
            throw new AssertionError(person.id() + " still shows a stroke that is a widget now: " + stroke);
        }
        if (!relay.attendance().isDrawnBy(stroke.participant(), stroke.widget())) {
            throw new AssertionError(person.id() + " still shows a stroke of somebody who is gone: " + stroke);
        }
    }

    private static void requireEqual(String what, Object of, Object actual, Object expected) {
        if (!actual.equals(expected)) {
            throw new AssertionError(what + " of " + of + " is " + actual + ", and not " + expected);
        }
    }
}
