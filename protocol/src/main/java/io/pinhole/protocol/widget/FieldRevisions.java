package io.pinhole.protocol.widget;

import java.util.EnumMap;
import java.util.Set;

/** Which revision wrote each field of a widget last; 0 where none did. */
final class FieldRevisions {

    static final FieldRevisions NONE = new FieldRevisions(new EnumMap<>(Field.class));

    private final EnumMap<Field, Long> revisions;

    private FieldRevisions(EnumMap<Field, Long> revisions) {
        this.revisions = revisions;
    }

    long of(Field field) {
        return revisions.getOrDefault(field, 0L);
    }

    FieldRevisions with(Set<Field> written, long revision) {
        EnumMap<Field, Long> next = new EnumMap<>(revisions);
        for (Field field : written) {
            next.put(field, revision);
        }
        return new FieldRevisions(next);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FieldRevisions that && that.revisions.equals(revisions);
    }

    @Override
    public int hashCode() {
        return revisions.hashCode();
    }

    @Override
    public String toString() {
        return revisions.toString();
    }
}
