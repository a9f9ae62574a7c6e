package io.pinhole.relay.capture.picture;

import java.io.Serial;

/** This file cannot be decoded here, now or later; the message says why, in words for people. */
public final class UnreadablePictureException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    UnreadablePictureException(String message) {
        super(message);
    }

    UnreadablePictureException(String message, Throwable cause) {
        super(message, cause);
    }
}
