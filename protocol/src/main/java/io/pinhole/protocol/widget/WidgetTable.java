package io.pinhole.protocol.widget;

import io.pinhole.protocol.frame.WidgetId;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The widgets of a photo, deleted ones too, in the order of their ids. Never changed, but copied: a few thousand
 * references take a microsecond.
 */
final class WidgetTable {

    static final WidgetTable EMPTY = new WidgetTable(new Widget[0], Tally.NOTHING, Tally.NOTHING);

    /** How many deleted widgets may be restored: the same at every replica, so not for an operator to choose. */
    static final Limits GRAVEYARD = Limits.DEFAULT;

    /** As the bytes are compared. */
    static final Comparator<WidgetId> BY_ID = Comparator.comparing(WidgetId::high, Long::compareUnsigned)
            .thenComparing(WidgetId::low, Long::compareUnsigned);

    private static final Comparator<Widget> OLDEST_GRAVE_FIRST = Comparator.<Widget>comparingLong(
                    widget -> widget.fieldRevision(Field.DELETED))
            .thenComparing(Widget::id, BY_ID);

    private final Widget[] widgets;
    private final Tally live;
    private final Tally dead;

    private WidgetTable(Widget[] widgets, Tally live, Tally dead) {
        this.widgets = widgets;
        this.live = live;
        this.dead = dead;
    }

    /** @param widgets of different ids, in any order */
    static WidgetTable of(List<Widget> widgets) {
        Widget[] sorted = widgets.toArray(new Widget[0]);
        Arrays.sort(sorted, Comparator.comparing(Widget::id, BY_ID));
        Tally live = Tally.NOTHING;
        Tally dead = Tally.NOTHING;
        for (Widget widget : sorted) {
            live = widget.deleted() ? live : live.plus(widget);
            dead = widget.deleted() ? dead.plus(widget) : dead;
        }
        return new WidgetTable(sorted, live, dead);
    }

    Tally live() {
        return live;
    }

    List<Widget> all() {
        return Collections.unmodifiableList(Arrays.asList(widgets));
    }

    @Nullable Widget get(WidgetId id) {
        int at = indexOf(id);
        return at < 0 ? null : widgets[at];
    }

    /** With a widget whose id is new. */
    WidgetTable with(Widget widget) {
        int at = -1 - indexOf(widget.id());
        Widget[] more = new Widget[widgets.length + 1];
        System.arraycopy(widgets, 0, more, 0, at);
        more[at] = widget;
        System.arraycopy(widgets, at, more, at + 1, widgets.length - at);
        return new WidgetTable(more, live.plus(widget), dead);
    }

    /** With the next revisions of some widgets. */
    WidgetTable replacing(List<Widget> next) {
        Widget[] copy = widgets.clone();
        Tally alive = live;
        Tally gone = dead;
        for (Widget widget : next) {
            int at = indexOf(widget.id());
            Widget old = copy[at];
            alive = old.deleted() ? alive : alive.minus(old);
            gone = old.deleted() ? gone.minus(old) : gone;
            alive = widget.deleted() ? alive : alive.plus(widget);
            gone = widget.deleted() ? gone.plus(widget) : gone;
            copy[at] = widget;
        }
        return new WidgetTable(copy, alive, gone).withoutOldGraves();
    }

    private WidgetTable withoutOldGraves() {
        if (dead.isWithin(GRAVEYARD)) {
            return this;
        }
        PriorityQueue<Widget> graves = new PriorityQueue<>(OLDEST_GRAVE_FIRST);
        Arrays.stream(widgets).filter(Widget::deleted).forEach(graves::add);
        Tally rest = dead;
        while (!rest.isWithin(GRAVEYARD)) {
            rest = rest.minus(graves.remove());
        }
        Widget oldest = graves.peek();
        Widget[] kept = Arrays.stream(widgets)
                .filter(widget ->
                        !widget.deleted() || (oldest != null && OLDEST_GRAVE_FIRST.compare(widget, oldest) >= 0))
                .toArray(Widget[]::new);
        return new WidgetTable(kept, live, rest);
    }

    private int indexOf(WidgetId id) {
        int low = 0;
        int high = widgets.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = BY_ID.compare(widgets[middle].id(), id);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1 - low;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WidgetTable table && Arrays.equals(table.widgets, widgets);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(widgets);
    }
}
