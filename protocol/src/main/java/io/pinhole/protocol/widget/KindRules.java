package io.pinhole.protocol.widget;

import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.RefusedException;

/** What a kind of widget needs, and what it may not have. */
final class KindRules {

    private static final int OPAQUE = 0xff;

    private KindRules() {}

    static void checkNew(WidgetKind kind, Fields fields) throws RefusedException {
        check(kind, fields);
        if (kind.isInk() && !fields.has(Field.INK)) {
            throw new RefusedException(Code.BAD_GEOMETRY, kind + " needs ink");
        }
        if (!kind.isInk() && !fields.has(Field.GEOMETRY)) {
            throw new RefusedException(Code.BAD_GEOMETRY, kind + " needs a geometry");
        }
        if (kind == WidgetKind.STAMP && !fields.has(Field.STAMP)) {
            throw new RefusedException(Code.WIDGET_FIELD, "a stamp needs to say which");
        }
    }

    static void check(WidgetKind kind, Fields fields) throws RefusedException {
        for (Field field : fields.names()) {
            if (!kind.fields().contains(field)) {
                throw new RefusedException(Code.WIDGET_FIELD, kind + " has no " + field);
            }
        }
        if (fields.has(Field.GEOMETRY)) {
            checkShape(kind, (Geometry) fields.require(Field.GEOMETRY));
        }
        if (kind == WidgetKind.REDACTION
                && fields.has(Field.FILL)
                && (Integer) fields.require(Field.FILL) >>> 24 != OPAQUE) {
            throw new RefusedException(Code.WIDGET_FIELD, "a redaction is never translucent");
        }
    }

    private static void checkShape(WidgetKind kind, Geometry geometry) throws RefusedException {
        if (kind.isInk() && (geometry.width() != 0 || geometry.height() != 0)) {
            throw new RefusedException(Code.BAD_GEOMETRY, "the size of ink is that of its points");
        }
        if (!kind.isLine() && (geometry.width() < 0 || geometry.height() < 0)) {
            throw new RefusedException(Code.BAD_GEOMETRY, "a box has no negative size");
        }
    }

    /** Ink may be written and moved by different people, so the two are looked at together as well. */
    static void checkPlace(Widget widget) throws RefusedException {
        if (widget.kind().isInk() && !widget.ink().isInRangeAt(widget.geometry())) {
            throw new RefusedException(Code.BAD_GEOMETRY, "ink is farther outside than one side");
        }
    }
}
