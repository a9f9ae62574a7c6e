package io.pinhole.protocol.widget;

import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.WidgetId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A widget while it is being put together: its next revision, or one read from a snapshot. */
final class WidgetDraft {

    final WidgetId id;
    final WidgetKind kind;
    String z;
    Fields fields;
    Trail trail;
    FieldRevisions revisions = FieldRevisions.NONE;

    @Nullable PersonId lockedBy;

    boolean deleted;

    WidgetDraft(Operation.Create create, Trail trail) {
        this.id = create.widget();
        this.kind = create.kind();
        this.z = create.z();
        this.fields = create.fields();
        this.trail = trail;
    }

    WidgetDraft(Widget before) {
        this.id = before.id();
        this.kind = before.kind();
        this.z = before.z();
        this.fields = before.fields();
        this.trail = before.trail();
        this.revisions = before.revisions();
        this.lockedBy = before.lockedBy();
        this.deleted = before.deleted();
    }

    /** The widget, with these fields written at this revision. */
    Widget written(Set<Field> names, Context at) {
        revisions = revisions.with(names, at.revision());
        trail = trail.next(at);
        return new Widget(this);
    }
}
