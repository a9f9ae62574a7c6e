package io.pinhole.protocol.widget;

import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.WidgetId;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One annotation object on a photo, as some revision left it. */
public final class Widget {

    private final WidgetId id;
    private final WidgetKind kind;
    private final String z;
    private final Fields fields;
    private final Trail trail;
    private final FieldRevisions revisions;
    private final @Nullable PersonId lockedBy;
    private final boolean deleted;

    Widget(WidgetDraft draft) {
        this.id = draft.id;
        this.kind = draft.kind;
        this.z = draft.z;
        this.fields = draft.fields;
        this.trail = draft.trail;
        this.revisions = draft.revisions;
        this.lockedBy = draft.lockedBy;
        this.deleted = draft.deleted;
    }

    public WidgetId id() {
        return id;
    }

    public WidgetKind kind() {
        return kind;
    }

    /** Place in the order of drawing, see {@link ZIndex}. */
    public String z() {
        return z;
    }

    /** Only what was ever written; the others have the kind's defaults. */
    public Fields fields() {
        return fields;
    }

    public Trail trail() {
        return trail;
    }

    public PersonId author() {
        return trail.author();
    }

    public PersonId updatedBy() {
        return trail.updatedBy();
    }

    public long createdMillis() {
        return trail.createdMillis();
    }

    public long updatedMillis() {
        return trail.updatedMillis();
    }

    /** That changed it last. */
    public long revision() {
        return trail.revision();
    }

    public @Nullable PersonId lockedBy() {
        return lockedBy;
    }

    public boolean deleted() {
        return deleted;
    }

    public Geometry geometry() {
        return (Geometry) value(Field.GEOMETRY);
    }

    /** @throws NullPointerException if this kind has no ink */
    public Ink ink() {
        return (Ink) value(Field.INK);
    }

    public int rotation() {
        return (Integer) value(Field.ROTATION);
    }

    public int stroke() {
        return (Integer) value(Field.STROKE);
    }

    public int fill() {
        return (Integer) value(Field.FILL);
    }

    public int width() {
        return (Integer) value(Field.WIDTH);
    }

    public int opacity() {
        return (Integer) value(Field.OPACITY);
    }

    public String text() {
        return (String) value(Field.TEXT);
    }

    public int fontSize() {
        return (Integer) value(Field.FONT_SIZE);
    }

    public int number() {
        return (Integer) value(Field.NUMBER);
    }

    /** @throws NullPointerException if this kind has none */
    public Stamp stamp() {
        return (Stamp) value(Field.STAMP);
    }

    /** What these fields are, defaults included: what writes them back later. */
    public Fields values(Set<Field> names) {
        EnumSet<Field> known = EnumSet.noneOf(Field.class);
        known.addAll(names);
        known.retainAll(kind.fields());
        Fields.Builder values = Fields.builder();
        known.forEach(field -> values.put(field, value(field)));
        return values.build();
    }

    /** Which revision wrote the field last; 0 if it was never written. */
    public long fieldRevision(Field field) {
        return revisions.of(field);
    }

    FieldRevisions revisions() {
        return revisions;
    }

    int points() {
        return fields.has(Field.INK) ? ink().count() : 0;
    }

    int textChars() {
        return fields.has(Field.TEXT) ? text().length() : 0;
    }

    private Object value(Field field) {
        Object written = fields.value(field);
        return Objects.requireNonNull(written != null ? written : Defaults.of(kind, field), field::name);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Widget that
                && id.equals(that.id)
                && kind == that.kind
                && z.equals(that.z)
                && fields.equals(that.fields)
                && trail.equals(that.trail)
                && revisions.equals(that.revisions)
                && Objects.equals(lockedBy, that.lockedBy)
                && deleted == that.deleted;
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, trail);
    }

    @Override
    public String toString() {
        return kind + " " + id + " z " + z + (deleted ? " deleted" : "")
                + (lockedBy == null ? "" : " locked by " + lockedBy) + " " + fields + " " + trail + " " + revisions;
    }
}
