package io.pinhole.protocol.widget;

import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.WidgetId;
import io.pinhole.protocol.proto.WidgetMessage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The widgets of a photo as some revision left them. Never changed: an operation makes another state. Two that are equal
 * stay equal under the same operations, and what was deleted counts as well, since it may be restored.
 */
public final class WidgetState {

    public static final WidgetState EMPTY = new WidgetState(WidgetTable.EMPTY);

    /** What is drawn first comes first. */
    private static final Comparator<Widget> DRAWING_ORDER =
            Comparator.comparing(Widget::z).thenComparing(Widget::id, WidgetTable.BY_ID);

    private final WidgetTable table;

    WidgetState(WidgetTable table) {
        this.table = table;
    }

    /** @throws RefusedException if the person may not do that, or the widgets are not such that it can be done */
    public Applied apply(Operation operation, Context at) throws RefusedException {
        ValueRules.check(operation);
        return operation.accept(new Change(table, at));
    }

    /** A widget that is there. */
    public Optional<Widget> widget(WidgetId id) {
        return Optional.ofNullable(table.get(id)).filter(widget -> !widget.deleted());
    }

    /** A widget that was deleted and may yet be restored. */
    public Optional<Widget> tombstone(WidgetId id) {
        return Optional.ofNullable(table.get(id)).filter(Widget::deleted);
    }

    /** All that are there, the lowest first. */
    public List<Widget> inDrawingOrder() {
        return live().sorted(DRAWING_ORDER).toList();
    }

    /** How many are there. */
    public int size() {
        return table.live().widgets();
    }

    /** Of ink. */
    public int points() {
        return table.live().points();
    }

    /** Which revision wrote the field last; 0 if none did, or there is no such widget. */
    public long fieldRevision(WidgetId id, Field field) {
        Widget widget = table.get(id);
        return widget == null ? 0 : widget.fieldRevision(field);
    }

    /** A place above all that are there. */
    public String zOnTop() {
        return live().map(Widget::z)
                .max(Comparator.naturalOrder())
                .map(ZIndex::after)
                .orElse(ZIndex.FIRST);
    }

    /** A place below all that are there. */
    public String zAtBottom() {
        return live().map(Widget::z)
                .min(Comparator.naturalOrder())
                .map(ZIndex::before)
                .orElse(ZIndex.FIRST);
    }

    /** What gives all widgets new places in the same order; empty unless one has a long place. */
    public List<Operation.Reorder> rebalance() {
        if (live().allMatch(widget -> widget.z().length() <= ZIndex.LONG)) {
            return List.of();
        }
        List<Widget> widgets = inDrawingOrder();
        List<String> places = ZIndex.spread(widgets.size());
        List<Operation.Reorder> reorders = new ArrayList<>(places.size());
        for (int i = 0; i < places.size(); i++) {
            reorders.add(new Operation.Reorder(widgets.get(i).id(), places.get(i)));
        }
        return reorders;
    }

    /** What another replica needs to be equal. */
    public List<WidgetMessage> toSnapshot() {
        return table.all().stream().map(SnapshotCodec::write).toList();
    }

    /** @throws RefusedException if these are no widgets, or two have one id */
    public static WidgetState fromSnapshot(List<WidgetMessage> widgets) throws RefusedException {
        return new WidgetState(WidgetTable.of(SnapshotCodec.readAll(widgets)));
    }

    private Stream<Widget> live() {
        return table.all().stream().filter(widget -> !widget.deleted());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WidgetState state && state.table.equals(table);
    }

    @Override
    public int hashCode() {
        return table.hashCode();
    }

    @Override
    public String toString() {
        return table.all().toString();
    }
}
