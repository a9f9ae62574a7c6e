package io.pinhole.protocol.widget;

import io.pinhole.protocol.frame.WidgetId;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

/** What people may try on a photo of a few widgets: most of it sensible, some of it to be refused. */
final class RandomOperations {

    private static final int IDS = 10;

    private final SplittableRandom random;

    RandomOperations(SplittableRandom random) {
        this.random = random;
    }

    Operation next(WidgetState state) {
        return switch (random.nextInt(24)) {
            case 0, 1, 2, 3, 4 -> create();
            case 5, 6, 7, 8, 9, 10, 11, 12 -> update(state);
            case 13, 14 -> new Operation.Append(there(state), ink());
            case 15, 16 -> new Operation.Delete(List.of(there(state), there(state)));
            case 17, 18 -> new Operation.Restore(gone(state));
            case 19 -> new Operation.Clear(random.nextInt(4) == 0);
            case 20, 21, 22 -> new Operation.Reorder(there(state), z());
            default -> new Operation.Lock(there(state), random.nextInt(3) == 0);
        };
    }

    /** As a rule of fields that the widget may have. */
    private Operation update(WidgetState state) {
        WidgetId id = there(state);
        Fields values = values(random.nextInt(1, 4));
        return new Operation.Update(
                id,
                random.nextInt(8) == 0
                        ? values
                        : values.only(state.widget(id)
                                .map(widget -> widget.kind().fields())
                                .orElse(Field.VALUES)));
    }

    private Operation create() {
        WidgetKind[] kinds = WidgetKind.values();
        Operation.Create least = Scene.create(random.nextInt(IDS), kinds[random.nextInt(kinds.length)]);
        Fields more = values(2).only(least.kind().fields());
        return new Operation.Create(least.widget(), least.kind(), z(), more.with(least.fields()));
    }

    private Fields values(int count) {
        Fields.Builder fields = Fields.builder();
        for (int i = 0; i < count; i++) {
            switch (random.nextInt(10)) {
                case 0 -> fields.geometry(new Geometry(random.nextInt(1000), random.nextInt(1000), 0, 0));
                case 1 -> fields.ink(ink());
                case 2 -> fields.rotation(random.nextInt(100));
                case 3 -> fields.fill(random.nextInt());
                case 4 -> fields.width(random.nextInt(1000));
                case 5 -> fields.text("text " + random.nextInt(1000));
                case 6 -> fields.number(random.nextInt(100));
                case 7 -> fields.stamp(Stamp.values()[random.nextInt(4)]);
                default -> fields.stroke(random.nextInt());
            }
        }
        return fields.build();
    }

    private Ink ink() {
        int[] points = new int[2 * random.nextInt(1, 4)];
        for (int i = 0; i < points.length; i++) {
            points[i] = random.nextInt(-300, 4_000);
        }
        return Ink.of(random.nextInt(20) == 0 ? 3 : 4, points);
    }

    /** As a rule a widget that is there. */
    private WidgetId there(WidgetState state) {
        List<Widget> widgets = state.inDrawingOrder();
        return widgets.isEmpty() || random.nextInt(8) == 0
                ? id()
                : widgets.get(random.nextInt(widgets.size())).id();
    }

    private List<WidgetId> gone(WidgetState state) {
        List<WidgetId> gone = LongStream.range(0, IDS)
                .mapToObj(Scene::id)
                .filter(id -> state.tombstone(id).isPresent())
                .toList();
        return gone.isEmpty() || random.nextInt(8) == 0
                ? List.of(id())
                : gone.subList(0, random.nextInt(gone.size()) + 1);
    }

    private WidgetId id() {
        return Scene.id(random.nextInt(IDS));
    }

    private String z() {
        return ZIndex.spread(9).get(random.nextInt(9));
    }
}
