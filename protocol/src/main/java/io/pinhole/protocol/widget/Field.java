package io.pinhole.protocol.widget;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What of a widget the last writer wins by itself. The order is that of the ages in a snapshot. */
public enum Field {
    GEOMETRY,
    ROTATION,
    STROKE,
    FILL,
    WIDTH,
    OPACITY,
    TEXT,
    FONT_SIZE,
    NUMBER,
    STAMP,
    INK,
    /** Place in the order of drawing; written by create and reorder. */
    Z,
    /** Who has locked it; written by create and lock. */
    LOCK,
    /** Whether it is there; written by create, delete, restore and clear. */
    DELETED;

    /** Those that create and update write. */
    public static final Set<Field> VALUES = Collections.unmodifiableSet(EnumSet.range(GEOMETRY, INK));
}
