package io.pinhole.client;

import io.pinhole.protocol.frame.CaptureName;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.WidgetId;
import io.pinhole.protocol.widget.Fields;
import io.pinhole.protocol.widget.Operation;
import io.pinhole.protocol.widget.WidgetKind;
import io.pinhole.protocol.widget.WidgetState;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * The widgets of one photo: what they are, and how to change them. What one does is shown at once, and taken back if
 * the relay refuses it; it is sent again after every reconnection until the relay has said what became of it.
 * Thread-safe; futures complete on the client's loop.
 */
public final class Drawing {

    /** How long a pointer is shown after it came. */
    public static final int POINTER_MILLIS = 3000;

    /** How long a stroke that nobody goes on with is shown before it is a widget: perhaps it never will be. */
    public static final int STROKE_MILLIS = 10_000;

    private final PhotoId photo;
    private final Hand hand;
    private volatile DrawingSnapshot snapshot;

    /** Does on the client's loop what a drawing is asked for on any thread. */
    interface Hand {

        /** @param operation made when its turn has come, from what is shown then */
        CompletableFuture<Long> perform(Drawing drawing, Function<WidgetState, Operation> operation);

        CompletableFuture<Undone> undo(Drawing drawing);

        CompletableFuture<Undone> redo(Drawing drawing);

        CompletableFuture<Pin> stored(Drawing drawing);

        CompletableFuture<Capture> save(Drawing drawing, CaptureName name);

        void point(Drawing drawing, int x, int y);

        Pen pen(Drawing drawing, WidgetKind kind, PenStyle style);
    }

    Drawing(PhotoId photo, Hand hand) {
        this.photo = photo;
        this.hand = hand;
        this.snapshot = DrawingSnapshot.of(photo, new Replica(), new Glimpses());
    }

    public PhotoId photo() {
        return photo;
    }

    /** What is known now. */
    public DrawingSnapshot snapshot() {
        return snapshot;
    }

    void show(DrawingSnapshot latest) {
        snapshot = latest;
    }

    /** Completes with the revision, or fails with a {@link RefusedException}. */
    public CompletableFuture<Long> perform(Operation operation) {
        return hand.perform(this, state -> operation);
    }

    /** A new widget above all others; what became of it is told to the listener. */
    public WidgetId create(WidgetKind kind, Fields fields) {
        WidgetId id = WidgetId.random();
        Fields written = fields.besidesDefaults(kind);
        hand.perform(this, state -> new Operation.Create(id, kind, state.zOnTop(), written));
        return id;
    }

    /** Takes one's own last step on this photo back, as far as nobody has changed since what it changed. */
    public CompletableFuture<Undone> undo() {
        return hand.undo(this);
    }

    /** Does again what was undone last, with the same restraint. */
    public CompletableFuture<Undone> redo() {
        return hand.redo(this);
    }

    /**
     * Waits until the relay has answered all that one has done here so far, and the log is known; then names a revision
     * that holds it.
     */
    public CompletableFuture<Pin> stored() {
        return hand.stored(this);
    }

    /**
     * Keeps the photo under a name, with its widgets as of when the relay has answered all that one has done here so far.
     * Goes on after reconnections, and out of the outbox. Completes when it is durable, which its picture may follow; fails
     * with a {@link RefusedException}: at once with BAD_TEXT or CAPTURE_NAME if the name will not do, with UNSUPPORTED if
     * the relay cannot save, else with what the relay says.
     */
    public CompletableFuture<Capture> save(String name) {
        try {
            return hand.save(this, CaptureName.of(name));
        } catch (RefusedException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Points with a laser, in units; only the latest counts, and nobody keeps it. */
    public void point(int x, int y) {
        hand.point(this, x, y);
    }

    /**
     * Begins a stroke that others see while it is drawn.
     *
     * @param kind one that has ink
     */
    public Pen pen(WidgetKind kind, PenStyle style) {
        return hand.pen(this, kind, style);
    }
}
