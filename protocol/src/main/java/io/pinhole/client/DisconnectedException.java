package io.pinhole.client;

import java.io.IOException;
import java.io.Serial;

/** There was no connection for a request, or it was lost before the answer: whether it was done is not known. */
public final class DisconnectedException extends IOException {

    @Serial
    private static final long serialVersionUID = 1;

    DisconnectedException(String message) {
        super(message);
    }
}
