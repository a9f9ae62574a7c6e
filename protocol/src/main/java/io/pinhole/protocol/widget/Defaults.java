package io.pinhole.protocol.widget;

import org.jspecify.annotations.Nullable;

/** What a field is that was never written. Part of the wire: an application that does not write a field counts on it. */
final class Defaults {

    private static final int RED = 0xffe53935;
    private static final int YELLOW = 0xffffeb3b;
    private static final int WHITE = 0xffffffff;
    private static final int BLACK = 0xff000000;
    private static final int NONE = 0;

    private Defaults() {}

    /** Null for ink and stamp, which are written from the start where they are needed. */
    static @Nullable Object of(WidgetKind kind, Field field) {
        return switch (field) {
            case GEOMETRY -> Geometry.ORIGIN;
            case ROTATION, NUMBER -> 0;
            case STROKE -> stroke(kind);
            case FILL -> fill(kind);
            case WIDTH -> kind == WidgetKind.HIGHLIGHTER ? 1200 : 200;
            case OPACITY -> kind == WidgetKind.HIGHLIGHTER ? 96 : 255;
            case TEXT -> "";
            case FONT_SIZE -> 1600;
            case STAMP, INK, Z, LOCK, DELETED -> null;
        };
    }

    private static int stroke(WidgetKind kind) {
        return switch (kind) {
            case HIGHLIGHTER -> YELLOW;
            case MARKER, STAMP -> WHITE;
            default -> RED;
        };
    }

    private static int fill(WidgetKind kind) {
        return switch (kind) {
            case MARKER, STAMP -> RED;
            case REDACTION -> BLACK;
            default -> NONE;
        };
    }
}
