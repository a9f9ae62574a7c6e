package io.pinhole.protocol.frame;

import io.pinhole.protocol.proto.CaptureStateValue;

/** Where a saved photo stands. */
public enum CaptureState {
    /** It is kept, but the photo is not finished, or its picture is not drawn. */
    PENDING(CaptureStateValue.CAPTURE_PENDING),
    /** It can be fetched. */
    READY(CaptureStateValue.CAPTURE_READY),
    /** There will be no picture of it. */
    FAILED(CaptureStateValue.CAPTURE_FAILED);

    private final CaptureStateValue wire;

    CaptureState(CaptureStateValue wire) {
        this.wire = wire;
    }

    CaptureStateValue wire() {
        return wire;
    }

    static CaptureState of(CaptureStateValue value) throws WireException {
        return Wire.known(values(), CaptureState::wire, value, "capture state");
    }
}
