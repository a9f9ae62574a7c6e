package io.pinhole.protocol.frame;

import io.pinhole.protocol.proto.ModeValue;

/** The state of a call. Video itself does not pass through the relay. */
public enum Mode {
    VIDEO(ModeValue.MODE_VIDEO),
    PHOTO(ModeValue.MODE_PHOTO);

    private final ModeValue wire;

    Mode(ModeValue wire) {
        this.wire = wire;
    }

    ModeValue wire() {
        return wire;
    }

    static Mode of(ModeValue value) throws WireException {
        return Wire.known(values(), Mode::wire, value, "mode");
    }
}
