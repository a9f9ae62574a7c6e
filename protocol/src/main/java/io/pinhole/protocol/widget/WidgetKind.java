package io.pinhole.protocol.widget;

import static io.pinhole.protocol.widget.Field.FILL;
import static io.pinhole.protocol.widget.Field.FONT_SIZE;
import static io.pinhole.protocol.widget.Field.GEOMETRY;
import static io.pinhole.protocol.widget.Field.INK;
import static io.pinhole.protocol.widget.Field.NUMBER;
import static io.pinhole.protocol.widget.Field.OPACITY;
import static io.pinhole.protocol.widget.Field.ROTATION;
import static io.pinhole.protocol.widget.Field.STROKE;
import static io.pinhole.protocol.widget.Field.WIDTH;

import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.proto.WidgetKindValue;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What a widget is, and so which fields it may have. */
public enum WidgetKind {
    ARROW(WidgetKindValue.WIDGET_ARROW, EnumSet.of(STROKE, WIDTH, OPACITY)),
    LINE(WidgetKindValue.WIDGET_LINE, EnumSet.of(STROKE, WIDTH, OPACITY)),
    FREEHAND(WidgetKindValue.WIDGET_FREEHAND, EnumSet.of(STROKE, WIDTH, OPACITY, INK)),
    HIGHLIGHTER(WidgetKindValue.WIDGET_HIGHLIGHTER, EnumSet.of(STROKE, WIDTH, OPACITY, INK)),
    RECTANGLE(WidgetKindValue.WIDGET_RECTANGLE, EnumSet.of(STROKE, FILL, WIDTH, OPACITY)),
    ELLIPSE(WidgetKindValue.WIDGET_ELLIPSE, EnumSet.of(STROKE, FILL, WIDTH, OPACITY)),
    TEXT(WidgetKindValue.WIDGET_TEXT, EnumSet.of(STROKE, FILL, OPACITY, Field.TEXT, FONT_SIZE)),
    MARKER(WidgetKindValue.WIDGET_MARKER, EnumSet.of(STROKE, FILL, OPACITY, Field.TEXT, FONT_SIZE, NUMBER)),
    STAMP(WidgetKindValue.WIDGET_STAMP, EnumSet.of(STROKE, FILL, OPACITY, Field.STAMP)),
    /** Hides what is under it, so it is never translucent. */
    REDACTION(WidgetKindValue.WIDGET_REDACTION, EnumSet.of(FILL));

    private final WidgetKindValue value;

    @SuppressWarnings("ImmutableEnumChecker") // wrapped
    private final Set<Field> fields;

    WidgetKind(WidgetKindValue value, EnumSet<Field> own) {
        this.value = value;
        EnumSet<Field> all = EnumSet.of(GEOMETRY, ROTATION);
        all.addAll(own);
        this.fields = Collections.unmodifiableSet(all);
    }

    public WidgetKindValue value() {
        return value;
    }

    /** @throws RefusedException WIDGET_KIND if there is no such kind */
    public static WidgetKind of(WidgetKindValue value) throws RefusedException {
        for (WidgetKind kind : values()) {
            if (kind.value == value) {
                return kind;
            }
        }
        throw new RefusedException(Code.WIDGET_KIND, "no such kind of widget");
    }

    /** The fields that create and update may write. */
    public Set<Field> fields() {
        return fields;
    }

    public boolean isInk() {
        return fields.contains(INK);
    }

    /** Whether width and height of the geometry are the vector to the other end, which may point anywhere. */
    public boolean isLine() {
        return this == ARROW || this == LINE;
    }
}
