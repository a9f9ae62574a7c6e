package io.pinhole.loadtest.join;

import java.io.IOException;
import java.io.Serial;

/** No relay let the participant in. */
final class NotConnectedException extends IOException {

    @Serial
    private static final long serialVersionUID = 1;

    NotConnectedException(String message) {
        super(message);
    }
}
