package io.pinhole.loadtest.poor;

import java.io.IOException;

/** Somebody was not in the call when a run began, perhaps because this machine is busy. */
final class LateException extends IOException {

    private static final long serialVersionUID = 1;

    LateException(String message) {
        super(message);
    }
}
