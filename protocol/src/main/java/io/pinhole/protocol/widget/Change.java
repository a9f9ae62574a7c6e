package io.pinhole.protocol.widget;

import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.WidgetId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** One operation on its way into a state. */
final class Change implements Operation.Handler<Applied, RefusedException> {

    private final WidgetTable table;
    private final Context at;
    private final Access access;

    Change(WidgetTable table, Context at) {
        this.table = table;
        this.at = at;
        this.access = new Access(table, at);
    }

    @Override
    public Applied on(Operation.Create create) throws RefusedException {
        if (table.get(create.widget()) != null) {
            throw new RefusedException(Code.WIDGET_EXISTS, "there is a widget " + create.widget());
        }
        EnumSet<Field> written = EnumSet.of(Field.Z, Field.LOCK, Field.DELETED);
        written.addAll(create.fields().names());
        Widget widget = new WidgetDraft(create, Trail.begin(at)).written(written, at);
        WidgetTable next = table.with(widget);
        checkPlace(widget);
        checkLimits(next);
        return new Applied(new WidgetState(next), List.of(), List.of(widget.id()));
    }

    @Override
    public Applied on(Operation.Update update) throws RefusedException {
        Widget widget = access.editable(update.widget());
        KindRules.check(widget.kind(), update.fields());
        return write(widget, update.fields());
    }

    @Override
    public Applied on(Operation.Append append) throws RefusedException {
        Widget widget = access.own(append.widget());
        if (!widget.kind().isInk()) {
            throw new RefusedException(Code.WIDGET_KIND, widget.kind() + " has no ink to go on with");
        }
        Ink ink = widget.ink().plus(append.ink());
        return write(widget, Fields.builder().ink(ink).build());
    }

    @Override
    public Applied on(Operation.Delete delete) throws RefusedException {
        List<Widget> removed = new ArrayList<>();
        for (WidgetId id : delete.widgets()) {
            if (!access.isDeleted(id)) {
                removed.add(access.editable(id));
            }
        }
        if (removed.isEmpty()) {
            throw new RefusedException(Code.WIDGET_UNKNOWN, "all of these were deleted before");
        }
        return remove(removed);
    }

    @Override
    public Applied on(Operation.Restore restore) throws RefusedException {
        List<Widget> restored = new ArrayList<>();
        for (WidgetId id : restore.widgets()) {
            restored.add(access.restorable(id));
        }
        return write(restored, EnumSet.of(Field.DELETED), draft -> draft.deleted = false);
    }

    @Override
    public Applied on(Operation.Clear clear) throws RefusedException {
        if (clear.all()) {
            access.requireModerate("clears all");
        }
        Predicate<Widget> cleared = clear.all() ? widget -> true : access::isOwnAndFree;
        return remove(table.all().stream()
                .filter(widget -> !widget.deleted())
                .filter(cleared)
                .toList());
    }

    @Override
    public Applied on(Operation.Reorder reorder) throws RefusedException {
        Widget widget = access.editable(reorder.widget());
        return write(List.of(widget), EnumSet.of(Field.Z), draft -> draft.z = reorder.z());
    }

    @Override
    public Applied on(Operation.Lock lock) throws RefusedException {
        Widget widget = access.existing(lock.widget());
        access.requireModerate("locks and unlocks");
        return write(
                List.of(widget), EnumSet.of(Field.LOCK), draft -> draft.lockedBy = lock.locked() ? at.person() : null);
    }

    private Applied write(Widget widget, Fields fields) throws RefusedException {
        return write(List.of(widget), fields.names(), draft -> draft.fields = draft.fields.with(fields));
    }

    private Applied remove(List<Widget> removed) throws RefusedException {
        Applied applied = write(removed, EnumSet.of(Field.DELETED), draft -> draft.deleted = true);
        return new Applied(applied.state(), applied.changed(), applied.changed());
    }

    private Applied write(List<Widget> widgets, Set<Field> written, Consumer<WidgetDraft> change)
            throws RefusedException {
        List<Widget> next = new ArrayList<>(widgets.size());
        for (Widget widget : widgets) {
            WidgetDraft draft = new WidgetDraft(widget);
            change.accept(draft);
            Widget changed = draft.written(written, at);
            checkPlace(changed);
            next.add(changed);
        }
        WidgetTable after = table.replacing(next);
        checkLimits(after);
        return new Applied(
                new WidgetState(after), List.of(), next.stream().map(Widget::id).toList());
    }

    /** What was accepted is not looked at again: an operation in between, since superseded, may be missing. */
    private void checkPlace(Widget widget) throws RefusedException {
        if (!at.isCommitted()) {
            KindRules.checkPlace(widget);
        }
    }

    /** Only who adds is refused; a limit that was lowered keeps nobody from deleting. */
    private void checkLimits(WidgetTable next) throws RefusedException {
        Tally before = table.live();
        Tally after = next.live();
        Limits limits = at.limits();
        if (after.widgets() > limits.widgets() && after.widgets() > before.widgets()) {
            throw new RefusedException(Code.TOO_MANY_WIDGETS, "a photo has at most " + limits.widgets() + " widgets");
        }
        if (after.points() > limits.points() && after.points() > before.points()) {
            throw new RefusedException(Code.TOO_MANY_POINTS, "a photo has at most " + limits.points() + " points");
        }
        if (after.textChars() > limits.textChars() && after.textChars() > before.textChars()) {
            throw new RefusedException(
                    Code.BAD_TEXT, "the texts of a photo have at most " + limits.textChars() + " characters");
        }
    }
}
