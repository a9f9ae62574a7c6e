package io.pinhole.loadtest.bench;

import io.pinhole.client.Pen;
import io.pinhole.client.PenStyle;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.WidgetId;
import io.pinhole.protocol.widget.Context;
import io.pinhole.protocol.widget.Field;
import io.pinhole.protocol.widget.Fields;
import io.pinhole.protocol.widget.Geometry;
import io.pinhole.protocol.widget.InkPen;
import io.pinhole.protocol.widget.Operation;
import io.pinhole.protocol.widget.Stamp;
import io.pinhole.protocol.widget.Widget;
import io.pinhole.protocol.widget.WidgetKind;
import io.pinhole.protocol.widget.WidgetState;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A photo on which three people draw what people draw: strokes and shapes, a few words, changes of mind. The same each time. */
final class SampleDrawing {

    private static final List<PersonId> PEOPLE =
            List.of(new PersonId("anna.weber"), new PersonId("ben.okafor"), new PersonId("carla.rossi"));
    private static final int[] COLOURS = {0xffe53935, 0xff1e88e5, 0xff43a047};
    private static final List<String> WORDS = List.of(
            "leaks here", "check the gasket", "Pump 3, inlet", "open this valve first", "why is that loose?", "12 mm");
    private static final List<Stamp> STAMPS = List.of(Stamp.values());
    private static final List<WidgetKind> KINDS = List.of(WidgetKind.values());
    private static final long BEGIN_MILLIS = 1_764_000_000_000L;

    private final SplittableRandom random = new SplittableRandom(1);
    private final Handwriting hand = InkHand.NOTE.writing(random);
    private final List<Done> history = new ArrayList<>();
    private WidgetState state = WidgetState.EMPTY;
    private long millis = BEGIN_MILLIS;

    /** An operation, and who has done it when; its revision is its place in the history. */
    record Done(PersonId person, long millis, Operation operation) {}

    List<Done> history() {
        return history;
    }

    WidgetState state() {
        return state;
    }

    /** Who has done it, as the call knows the person. */
    static int participant(PersonId person) {
        return 1 + PEOPLE.indexOf(person);
    }

    /** Goes on until there are so many widgets. */
    SampleDrawing untilWidgets(int count) {
        while (state.size() < count) {
            next();
        }
        return this;
    }

    /** Goes on until so many operations were done in all. */
    SampleDrawing untilOperations(int count) {
        while (history.size() < count) {
            next();
        }
        return this;
    }

    private void next() {
        int person = random.nextInt(PEOPLE.size());
        int what = random.nextInt(10);
        List<Widget> widgets = state.inDrawingOrder();
        if (what < 7 || widgets.isEmpty()) {
            perform(person, create(kind(), person));
        } else {
            WidgetId widget = one(widgets).id();
            perform(person, what < 9 ? update(widget) : new Operation.Delete(List.of(widget)));
        }
    }

    private void perform(int person, Operation operation) {
        millis += random.nextInt(200, 4_000);
        try {
            Context at = Context.committed(history.size() + 1, PEOPLE.get(person), millis);
            state = state.apply(operation, at).state();
            history.add(new Done(PEOPLE.get(person), millis, operation));
        } catch (RefusedException e) {
            throw new IllegalStateException("nobody would draw that", e);
        }
    }

    /** More strokes than anything else. */
    private WidgetKind kind() {
        return random.nextInt(3) == 0 ? WidgetKind.FREEHAND : one(KINDS);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** A new widget, as one of the people would draw it. */
    Operation.Create create(WidgetKind kind, int person) {
        WidgetId id = new WidgetId(random.nextLong(), random.nextLong());
        Fields fields = kind.isInk() ? ink(kind, person) : shape(kind, person);
        return new Operation.Create(id, kind, state.zOnTop(), fields.besidesDefaults(kind));
    }

    private Fields ink(WidgetKind kind, int person) {
        PenStyle style = kind == WidgetKind.HIGHLIGHTER
                ? PenStyle.HIGHLIGHTER
                : new PenStyle(COLOURS[person], PenStyle.RED.width(), PenStyle.RED.opacity());
        InkPen pen = new InkPen(InkPen.SHIFT, Pen.TOLERANCE);
        double seconds = random.nextDouble(0.4, 3);
        hand.stroke(random.nextInt(50_000), random.nextInt(40_000), seconds).forEach(at -> pen.add(at[0], at[1]));
        return style.fields(kind, pen.finish().orElseThrow());
    }

    private Fields shape(WidgetKind kind, int person) {
        Fields.Builder fields = Fields.builder().geometry(box(kind));
        switch (kind) {
            case TEXT -> fields.text(one(WORDS)).stroke(COLOURS[person]);
            case MARKER -> fields.number(random.nextInt(1, 10));
            case STAMP -> fields.stamp(one(STAMPS));
            case REDACTION -> {}
            default -> fields.stroke(COLOURS[person]);
        }
        return fields.build();
    }

    private Geometry box(WidgetKind kind) {
        int least = kind.isLine() ? -8_000 : 1_000;
        return new Geometry(
                random.nextInt(50_000),
                random.nextInt(40_000),
                random.nextInt(least, 8_000),
                random.nextInt(least, 8_000));
    }

    private Operation update(WidgetId id) {
        Widget widget = state.widget(id).orElseThrow();
        boolean isMoved = random.nextBoolean() || !widget.kind().fields().contains(Field.OPACITY);
        return isMoved
                ? move(widget)
                : new Operation.Update(
                        id, Fields.builder().opacity(random.nextInt(256)).build());
    }

    /** To another place. */
    Operation move(Widget widget) {
        Geometry from = widget.geometry();
        Geometry to = new Geometry(
                from.x() + random.nextInt(-2_000, 2_000),
                from.y() + random.nextInt(-2_000, 2_000),
                from.width(),
                from.height());
        return new Operation.Update(widget.id(), Fields.builder().geometry(to).build());
    }
}
