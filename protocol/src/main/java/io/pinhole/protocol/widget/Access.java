package io.pinhole.protocol.widget;

import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.WidgetId;

/** Which widgets a person may change. */
final class Access {

    private final WidgetTable table;
    private final Context at;

    Access(WidgetTable table, Context at) {
        this.table = table;
        this.at = at;
    }

    boolean isDeleted(WidgetId id) {
        Widget widget = table.get(id);
        return widget != null && widget.deleted();
    }

    Widget existing(WidgetId id) throws RefusedException {
        Widget widget = table.get(id);
        if (widget == null || widget.deleted()) {
            throw new RefusedException(
                    Code.WIDGET_UNKNOWN, widget == null ? "there is no widget " + id : id + " was deleted");
        }
        return widget;
    }

    /** One's own that nobody else has locked, or any with the right to moderate. */
    Widget editable(WidgetId id) throws RefusedException {
        Widget widget = unlocked(id);
        if (!isOwn(widget) && !at.mayModerate()) {
            throw new RefusedException(Code.WIDGET_NOT_YOURS, id + " is another person's");
        }
        return widget;
    }

    /** One's own, even with the right to moderate. */
    Widget own(WidgetId id) throws RefusedException {
        Widget widget = unlocked(id);
        if (!isOwn(widget)) {
            throw new RefusedException(Code.WIDGET_NOT_YOURS, "only its author goes on with " + id);
        }
        return widget;
    }

    /** Who deleted a widget was the last to change it. */
    Widget restorable(WidgetId id) throws RefusedException {
        Widget widget = table.get(id);
        if (widget == null) {
            throw new RefusedException(Code.WIDGET_UNKNOWN, "there is no widget " + id);
        }
        if (!widget.deleted()) {
            throw new RefusedException(Code.WIDGET_EXISTS, id + " is not deleted");
        }
        if (!widget.updatedBy().equals(at.person())) {
            throw new RefusedException(Code.WIDGET_NOT_YOURS, "another person deleted " + id);
        }
        return widget;
    }

    boolean isOwnAndFree(Widget widget) {
        return isOwn(widget) && !isLockedByAnother(widget);
    }

    void requireModerate(String what) throws RefusedException {
        if (!at.mayModerate()) {
            throw new RefusedException(Code.RIGHT_MISSING, "only who may moderate " + what);
        }
    }

    private Widget unlocked(WidgetId id) throws RefusedException {
        Widget widget = existing(id);
        if (isLockedByAnother(widget) && !at.mayModerate()) {
            throw new RefusedException(Code.WIDGET_LOCKED, id + " is locked by " + widget.lockedBy());
        }
        return widget;
    }

    private boolean isOwn(Widget widget) {
        return widget.author().equals(at.person());
    }

    private boolean isLockedByAnother(Widget widget) {
        PersonId lockedBy = widget.lockedBy();
        return lockedBy != null && !lockedBy.equals(at.person());
    }
}
