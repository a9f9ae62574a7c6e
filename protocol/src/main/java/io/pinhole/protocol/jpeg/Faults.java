package io.pinhole.protocol.jpeg;

import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.RefusedException;

/** The refusals of this package, short enough to read inside a rule. */
final class Faults {

    private Faults() {}

    static RefusedException malformed(String message) {
        return new RefusedException(Code.JPEG_MALFORMED, message);
    }

    static RefusedException unsupported(String message) {
        return new RefusedException(Code.JPEG_UNSUPPORTED, message);
    }
}
