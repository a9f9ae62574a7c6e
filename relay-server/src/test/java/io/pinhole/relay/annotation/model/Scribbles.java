package io.pinhole.relay.annotation.model;

import io.pinhole.protocol.frame.WidgetId;
import io.pinhole.protocol.widget.Field;
import io.pinhole.protocol.widget.Fields;
import io.pinhole.protocol.widget.Geometry;
import io.pinhole.protocol.widget.Ink;
import io.pinhole.protocol.widget.Operation;
import io.pinhole.protocol.widget.Widget;
import io.pinhole.protocol.widget.WidgetKind;
import io.pinhole.protocol.widget.WidgetState;
import java.util.List;
import java.util.SplittableRandom;

/** What one person may try on the widgets that it sees: most of it sensible, some of it to be refused. All values have its mark. */
final class Scribbles {

    private static final WidgetKind[] KINDS = {
        WidgetKind.RECTANGLE, WidgetKind.ARROW, WidgetKind.TEXT, WidgetKind.FREEHAND
    };
    private static final List<Field> CHANGED =
            List.of(Field.GEOMETRY, Field.ROTATION, Field.STROKE, Field.FILL, Field.WIDTH, Field.OPACITY, Field.TEXT);
    private static final String LONG_TEXT = "\u6f22".repeat(1_900);

    private final SplittableRandom random;
    private final int mark;

    Scribbles(SplittableRandom random, int mark) {
        this.random = random;
        this.mark = mark;
    }

    Operation next(WidgetState state) {
        List<Widget> widgets = state.inDrawingOrder();
        if (widgets.isEmpty()) {
            return random.nextInt(8) == 0 ? new Operation.Restore(List.of(id())) : create();
        }
        Widget widget = widgets.get(random.nextInt(widgets.size()));
        return switch (random.nextInt(32)) {
            case 0, 1, 2 -> create();
            case 3, 4, 5 -> new Operation.Append(widget.id(), ink());
            case 6, 7 -> new Operation.Delete(List.of(widget.id()));
            case 8 -> new Operation.Delete(List.of(widget.id(), widgets.get(0).id()));
            case 9 -> new Operation.Restore(List.of(widget.id()));
            case 10 -> new Operation.Clear(random.nextInt(3) == 0);
            case 11, 12, 13 -> new Operation.Reorder(widget.id(), place());
            case 14, 15 -> new Operation.Lock(widget.id(), random.nextInt(3) != 0);
            case 16 -> new Operation.Update(id(), fields(1));
            default -> update(widget);
        };
    }

    Operation move(Widget widget) {
        return new Operation.Update(
                widget.id(),
                Fields.builder().geometry(geometry(WidgetKind.FREEHAND)).build());
    }

    /** A text of several kilobytes: a few of these are more than a link lets wait. */
    Operation longText() {
        Fields fields = Fields.builder()
                .geometry(geometry(WidgetKind.TEXT))
                .text(Mark.text(LONG_TEXT + random.nextInt(100), mark))
                .build();
        return new Operation.Create(id(), WidgetKind.TEXT, place(), fields);
    }

    Operation stroke(WidgetId id, Ink ink) {
        return new Operation.Create(
                id, WidgetKind.FREEHAND, place(), Fields.builder().ink(ink).build());
    }

    WidgetId id() {
        return new WidgetId(random.nextLong(), random.nextLong());
    }

    Ink ink() {
        int[] points = new int[2 * random.nextInt(1, 4)];
        for (int i = 0; i < points.length; i++) {
            points[i] = random.nextInt(2_000);
        }
        points[points.length - 2] = Mark.number(points[points.length - 2], mark);
        return Ink.of(random.nextInt(30) == 0 ? 3 : 4, points);
    }

    private Operation create() {
        WidgetKind kind = KINDS[random.nextInt(KINDS.length)];
        Fields least = kind.isInk()
                ? Fields.builder().ink(ink()).build()
                : Fields.builder().geometry(geometry(kind)).build();
        Fields more = fields(random.nextInt(3)).only(kind.fields());
        return new Operation.Create(id(), kind, place(), more.with(least));
    }

    /** As a rule of fields that the widget may have. */
    private Operation update(Widget widget) {
        Fields wanted = random.nextInt(12) == 0 && widget.kind().isInk()
                ? Fields.builder().ink(ink()).build()
                : fields(random.nextInt(1, 4));
        Fields possible = wanted.only(widget.kind().fields());
        return new Operation.Update(widget.id(), possible.isEmpty() ? wanted : possible);
    }

    private Fields fields(int count) {
        Fields.Builder fields = Fields.builder();
        for (int i = 0; i < count; i++) {
            switch (CHANGED.get(random.nextInt(CHANGED.size()))) {
                case GEOMETRY -> fields.geometry(geometry(WidgetKind.FREEHAND));
                case ROTATION -> fields.rotation(number(4_000));
                case STROKE -> fields.stroke(number(1 << 24));
                case FILL -> fields.fill(number(1 << 24));
                case WIDTH -> fields.width(number(1_000));
                case OPACITY -> fields.opacity(number(256));
                default -> fields.text(Mark.text("text " + random.nextInt(1_000), mark));
            }
        }
        return fields.build();
    }

    private Geometry geometry(WidgetKind kind) {
        int size = kind.isInk() ? 0 : 300;
        return new Geometry(number(1_000) + Mark.PEOPLE, random.nextInt(1_000), size, size);
    }

    private int number(int bound) {
        return Mark.number(random.nextInt(bound), mark);
    }

    /** Rarely one that is so long that the relay gives all widgets new ones. */
    private String place() {
        return random.nextInt(40) == 0
                ? Mark.place("z".repeat(random.nextInt(24, 31)), mark)
                : Mark.place(String.valueOf(random.nextInt(100, 1_000)), mark);
    }
}
