package io.pinhole.relay.annotation.model;

import io.pinhole.client.Drawing;
import io.pinhole.client.DrawingSnapshot;
import io.pinhole.client.ModelClient;
import io.pinhole.client.Undone;
import io.pinhole.protocol.frame.Deltas;
import io.pinhole.protocol.frame.Operations;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.ServerFrame;
import io.pinhole.protocol.frame.Snapshot;
import io.pinhole.protocol.frame.Stroke;
import io.pinhole.protocol.frame.Welcome;
import io.pinhole.protocol.frame.WidgetId;
import io.pinhole.protocol.frame.WireException;
import io.pinhole.protocol.proto.WidgetKindValue;
import io.pinhole.protocol.widget.Ink;
import io.pinhole.protocol.widget.Operation;
import io.pinhole.protocol.widget.WidgetState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One person: a client, the application around it, and the line to the relay, if there is one. */
final class Person {

    /** Comparing all widgets at every position would take as long as all the rest. */
    private static final int LOOK_EVERY = 4;

    private final Self self;
    private final World world;
    private final Scribbles scribbles;
    private final Ledger ledger;
    private final List<Operations> sent = new ArrayList<>();
    private final Map<PhotoId, Drawing> drawings = new HashMap<>();
    private final Map<PhotoId, DrawingSnapshot> seen = new HashMap<>();
    private final NaiveUndo naive = new NaiveUndo();
    private final Races races;
    private App app;
    private ModelClient client;
    private @Nullable Line line;
    private @Nullable PenDown pen;
    private PhotoId lastPhoto;
    private int positions;

    /**
     * Who somebody is.
     *
     * @param mark of all values that are this person's
     * @param writer under whose number the operations begin
     */
    record Self(PersonId id, int mark, boolean mayModerate, long writer) {}

    /** A stroke that is being drawn. */
    private record PenDown(PhotoId photo, WidgetId widget, Ink ink) {}

    Person(Self self, World world, Scribbles scribbles) {
        this.self = self;
        this.scribbles = scribbles;
        this.world = world;
        this.races = new Races(world.oracle(), self.id);
        this.lastPhoto = world.photos().get(0);
        this.ledger = new Ledger(self.writer, world.census());
        startApp();
    }

    PersonId id() {
        return self.id;
    }

    boolean mayModerate() {
        return self.mayModerate;
    }

    Ledger ledger() {
        return ledger;
    }

    Scribbles scribbles() {
        return scribbles;
    }

    /** The batches that have come to the relay, on whatever connection. */
    List<Operations> sent() {
        return sent;
    }

    App app() {
        return app;
    }

    DrawingSnapshot drawing(PhotoId photo) {
        return drawings.get(photo).snapshot();
    }

    WidgetState shown(PhotoId photo) {
        return drawing(photo).widgets();
    }

    @Nullable Line line() {
        return line;
    }

    /** The application dies, if it ran, and goes on from what its outbox has. */
    void startApp() {
        app = new App(ledger, world);
        client = new ModelClient(app, ledger, world.clock()::nanos);
        pen = null;
        naive.clear();
        seen.clear();
        world.photos().forEach(photo -> drawings.put(photo, client.follow(photo)));
        client.turn();
    }

    void connect(Line next) {
        line = next;
    }

    /** The connection is lost, with all that was on its way. */
    void cut() {
        Line lost = line;
        if (lost != null) {
            line = null;
            world.census().count(Census.Event.CUT);
            lost.close();
            client.lost();
            turn();
        }
    }

    void hear(ServerFrame frame) {
        try {
            if (frame instanceof Welcome) {
                app.enters();
            }
            client.hear(frame, said -> line.send(said));
        } catch (WireException e) {
            throw new AssertionError(e);
        }
        turn();
        if (frame instanceof Snapshot) {
            world.census().count(Census.Event.SNAPSHOT);
            world.photos().forEach(this::requireProgress);
        } else if (frame instanceof Deltas deltas) {
            int missing =
                    (int) (deltas.upTo() - deltas.after()) - deltas.deltas().size();
            world.census().count(Census.Event.MERGED, missing);
            world.photos().forEach(this::requireProgress);
        }
    }

    void turn() {
        client.turn();
    }

    /** A position never goes back, and what is there at a position is the same for all. */
    private void requireProgress(PhotoId photo) {
        DrawingSnapshot now = drawing(photo);
        DrawingSnapshot before = seen.put(photo, now);
        if (before != null && comparePositions(before, now) > 0) {
            throw new AssertionError(self.id + " goes back from " + before + " to " + now);
        }
        if (++positions % LOOK_EVERY == 0) {
            WidgetState fold = world.oracle().state(photo, now.epoch(), now.revision());
            if (!now.committed().equals(fold)) {
                throw new AssertionError(
                        self.id + " has at " + now.revision() + " " + now.committed() + ", not " + fold);
            }
            if (now.known()) {
                new ViewCheck(world.oracle(), self, ledger.entries()).check(now);
            }
        }
    }

    private static int comparePositions(DrawingSnapshot a, DrawingSnapshot b) {
        return a.epoch() == b.epoch() ? Long.compare(a.revision(), b.revision()) : Long.compare(a.epoch(), b.epoch());
    }

    // ------------------------------------------------------------------ what a person does

    void perform(PhotoId photo, Operation operation) {
        lastPhoto = photo;
        naive.willDo(photo, operation, shown(photo));
        drawings.get(photo).perform(operation);
        turn();
    }

    /** Where something was done last. */
    void undo() {
        if (world.plant() == Plant.UNDO_IGNORES_OTHERS) {
            undoNaively();
        } else {
            DrawingSnapshot known = drawing(lastPhoto);
            took(known, drawings.get(lastPhoto).undo()).ifPresent(check(known)::undo);
        }
    }

    private void undoNaively() {
        DrawingSnapshot known = drawing(lastPhoto);
        naive.next(lastPhoto, known.widgets()).ifPresent(operation -> {
            check(known).undo(operation);
            drawings.get(lastPhoto).perform(operation);
            turn();
        });
    }

    void redo() {
        DrawingSnapshot known = drawing(lastPhoto);
        took(known, drawings.get(lastPhoto).redo()).ifPresent(check(known)::redo);
    }

    private OwnWorkCheck check(DrawingSnapshot known) {
        return new OwnWorkCheck(world.oracle(), self, races, known);
    }

    private Optional<Operation> took(DrawingSnapshot known, CompletableFuture<Undone> asked) {
        turn();
        Undone undone = asked.join();
        undone.operation().ifPresent(operation -> {
            races.enter(ledger.newest(), known);
            world.census().count(Census.Event.TAKEN_BACK);
        });
        boolean isLeft = undone.left().filter(why -> why.contains("somebody")).isPresent();
        world.census().count(Census.Event.LEFT, isLeft ? 1 : 0);
        return undone.operation();
    }

    void point(PhotoId photo, int x, int y) {
        drawings.get(photo).point(x, y);
        turn();
    }

    /** Puts the pen down, or goes on with it. */
    void draw(PhotoId photo) {
        PenDown now = pen == null ? new PenDown(photo, scribbles.id(), scribbles.ink()) : pen;
        pen = now;
        Stroke piece = new Stroke(0, 0, now.widget, WidgetKindValue.WIDGET_FREEHAND, 0, 200, now.ink.toMessage());
        client.live(now.photo, piece);
        turn();
    }

    void lift() {
        PenDown drawn = pen;
        if (drawn != null) {
            pen = null;
            perform(drawn.photo, scribbles.stroke(drawn.widget, drawn.ink));
        }
    }
}
