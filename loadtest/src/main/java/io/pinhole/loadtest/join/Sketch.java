package io.pinhole.loadtest.join;

import io.pinhole.client.Drawing;
import io.pinhole.client.DrawingSnapshot;
import io.pinhole.client.Pen;
import io.pinhole.client.PenStyle;
import io.pinhole.client.Undone;
import io.pinhole.protocol.frame.WidgetId;
import io.pinhole.protocol.widget.Fields;
import io.pinhole.protocol.widget.Operation;
import io.pinhole.protocol.widget.WidgetKind;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What this participant draws on one photo, and which widget it drew last. On the script's thread. */
final class Sketch {

    private final Drawing drawing;
    private final Journal journal;
    private volatile @Nullable WidgetId last;

    Sketch(Drawing drawing, Journal journal) {
        this.drawing = drawing;
        this.journal = journal;
    }

    void create(WidgetKind kind, Fields fields) {
        last = drawing.create(kind, fields);
    }

    /** Draws as fast as the hand did. */
    void ink(WidgetKind kind, List<HandPoint> points) {
        Pen pen = drawing.pen(kind, kind == WidgetKind.HIGHLIGHTER ? PenStyle.HIGHLIGHTER : PenStyle.RED);
        last = pen.widget();
        long start = System.nanoTime();
        for (HandPoint point : points) {
            try {
                Clock.awaitUntil(start + (long) (point.millis() * 1e6));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            pen.to(point.x(), point.y());
        }
        pen.lift();
    }

    /** @param wanted empty: the one drawn last here */
    void update(Optional<WidgetId> wanted, Fields fields) {
        perform("update", wanted, id -> new Operation.Update(id, fields));
    }

    void delete(Optional<WidgetId> wanted) {
        perform("delete", wanted, id -> new Operation.Delete(List.of(id)));
    }

    void lock(Optional<WidgetId> wanted, boolean locked) {
        perform("lock", wanted, id -> new Operation.Lock(id, locked));
    }

    void clear(boolean all) {
        drawing.perform(new Operation.Clear(all));
    }

    void undo() {
        follow("undo", drawing.undo());
    }

    void redo() {
        follow("redo", drawing.redo());
    }

    void save(String name) {
        drawing.save(name).exceptionally(failure -> {
            journal.note(Event.of("failed")
                    .with("action", "save")
                    .with(drawing.photo())
                    .with("name", name)
                    .with(failure));
            return null;
        });
    }

    void point(int x, int y) {
        drawing.point(x, y);
    }

    /** A small change: of the widget drawn last here, or the pointer. */
    void note(int count) {
        WidgetId mine = last;
        boolean isThere =
                mine != null && drawing.snapshot().widgets().widget(mine).isPresent();
        if (isThere) {
            update(Optional.empty(), Fields.builder().opacity(128 + count % 128).build());
        } else {
            point(1000 + 97 * count % 60_000, 1000 + 61 * count % 40_000);
        }
    }

    /** Writes into the widget drawn last here; false if there is none yet. */
    boolean write(String text) {
        WidgetId mine = last;
        if (mine == null) {
            return false;
        }
        drawing.perform(new Operation.Update(mine, Fields.builder().text(text).build()));
        return true;
    }

    DrawingSnapshot snapshot() {
        return drawing.snapshot();
    }

    private interface On {
        Operation of(WidgetId widget);
    }

    private void perform(String action, Optional<WidgetId> wanted, On operation) {
        Optional<WidgetId> widget = wanted.or(() -> Optional.ofNullable(last));
        if (widget.isPresent()) {
            drawing.perform(operation.of(widget.get()));
        } else {
            journal.note(Event.of("failed").with("action", action).with("message", "no widget was drawn here"));
        }
    }

    private void follow(String action, CompletableFuture<Undone> undone) {
        undone.thenAccept(what -> {
            Event event = Event.of("stepped").with("action", action).with(drawing.photo());
            what.left().ifPresent(why -> event.with("left", why));
            journal.note(event.with("done", what.operation().isPresent()));
        });
    }
}
