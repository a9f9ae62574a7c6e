package io.pinhole.protocol.widget;

import io.pinhole.protocol.proto.WidgetFields;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Values of some fields: those that a create or update writes, or that were ever written to a widget. */
public final class Fields {

    public static final Fields NONE = new Fields(new EnumMap<>(Field.class));

    /** Each of the type that its {@link Builder} method has. */
    private final EnumMap<Field, Object> values;

    private Fields(EnumMap<Field, Object> values) {
        this.values = values;
    }

    public static Builder builder() {
        return new Builder();
    }

    public Set<Field> names() {
        return Collections.unmodifiableSet(values.keySet());
    }

    public boolean has(Field field) {
        return values.containsKey(field);
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** Those of the names given that are here. */
    public Fields only(Set<Field> names) {
        EnumMap<Field, Object> rest = new EnumMap<>(values);
        rest.keySet().retainAll(names);
        return new Fields(rest);
    }

    /** These, and where both have a value, the later one. */
    public Fields with(Fields later) {
        EnumMap<Field, Object> both = new EnumMap<>(values);
        both.putAll(later.values);
        return new Fields(both);
    }

    public WidgetFields toMessage() {
        return FieldsCodec.write(this);
    }

    /** Those that a new widget of this kind would not have anyway. */
    public Fields besidesDefaults(WidgetKind kind) {
        EnumMap<Field, Object> rest = new EnumMap<>(Field.class);
        values.forEach((field, value) -> {
            boolean isNeeded = field == Field.GEOMETRY && !kind.isInk();
            if (isNeeded || !value.equals(Defaults.of(kind, field))) {
                rest.put(field, value);
            }
        });
        return new Fields(rest);
    }

    @Nullable Object value(Field field) {
        return values.get(field);
    }

    /** The value of a field that is here. */
    Object require(Field field) {
        return Objects.requireNonNull(values.get(field), field::name);
    }

    void forEach(BiConsumer<Field, Object> action) {
        values.forEach(action);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fields fields && fields.values.equals(values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }

    /** Collects values. */
    public static final class Builder {

        private final Map<Field, Object> values = new EnumMap<>(Field.class);

        private Builder() {}

        public Builder geometry(Geometry geometry) {
            return put(Field.GEOMETRY, geometry);
        }

        public Builder ink(Ink ink) {
            return put(Field.INK, ink);
        }

        /** In 1/100 degree about the box's centre. */
        public Builder rotation(int rotation) {
            return put(Field.ROTATION, rotation);
        }

        /** ARGB. */
        public Builder stroke(int colour) {
            return put(Field.STROKE, colour);
        }

        /** ARGB. */
        public Builder fill(int colour) {
            return put(Field.FILL, colour);
        }

        /** Of the stroke, in units. */
        public Builder width(int width) {
            return put(Field.WIDTH, width);
        }

        /** 0 to 255. */
        public Builder opacity(int opacity) {
            return put(Field.OPACITY, opacity);
        }

        public Builder text(String text) {
            return put(Field.TEXT, text);
        }

        /** In units. */
        public Builder fontSize(int fontSize) {
            return put(Field.FONT_SIZE, fontSize);
        }

        public Builder number(int number) {
            return put(Field.NUMBER, number);
        }

        public Builder stamp(Stamp stamp) {
            return put(Field.STAMP, stamp);
        }

        Builder put(Field field, Object value) {
            values.put(field, value);
            return this;
        }

        public Fields build() {
            EnumMap<Field, Object> copy = new EnumMap<>(Field.class);
            copy.putAll(values);
            return new Fields(copy);
        }
    }
}
