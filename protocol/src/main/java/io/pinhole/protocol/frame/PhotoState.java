package io.pinhole.protocol.frame;

import io.pinhole.protocol.proto.PhotoStateValue;

/** Where a published photo stands. */
public enum PhotoState {
    ARRIVING(PhotoStateValue.PHOTO_ARRIVING),
    /** Every offered rendition is stored and its hash is right. */
    STORED(PhotoStateValue.PHOTO_STORED),
    /** The uploader is gone in mid-way; it resumes when the uploader is back. */
    SUSPENDED(PhotoStateValue.PHOTO_SUSPENDED),
    WITHDRAWN(PhotoStateValue.PHOTO_WITHDRAWN),
    /** Its bytes were not what was offered. */
    FAILED(PhotoStateValue.PHOTO_FAILED),
    EXPIRED(PhotoStateValue.PHOTO_EXPIRED);

    private final PhotoStateValue wire;

    PhotoState(PhotoStateValue wire) {
        this.wire = wire;
    }

    /** Whether nothing more of it can arrive, stored or not. */
    public boolean isOver() {
        return this == WITHDRAWN || this == FAILED || this == EXPIRED;
    }

    PhotoStateValue wire() {
        return wire;
    }

    static PhotoState of(PhotoStateValue value) throws WireException {
        return Wire.known(values(), PhotoState::wire, value, "photo state");
    }
}
