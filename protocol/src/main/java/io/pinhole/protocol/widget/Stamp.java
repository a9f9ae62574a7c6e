package io.pinhole.protocol.widget;

import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.proto.StampValue;

/** The sign that a stamp shows. */
public enum Stamp {
    CHECK(StampValue.STAMP_CHECK),
    CROSS(StampValue.STAMP_CROSS),
    QUESTION(StampValue.STAMP_QUESTION),
    WARNING(StampValue.STAMP_WARNING);

    private final StampValue value;

    Stamp(StampValue value) {
        this.value = value;
    }

    StampValue value() {
        return value;
    }

    static Stamp of(StampValue value) throws RefusedException {
        for (Stamp stamp : values()) {
            if (stamp.value == value) {
                return stamp;
            }
        }
        throw new RefusedException(Code.WIDGET_FIELD, "no such stamp");
    }
}
