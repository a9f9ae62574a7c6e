package io.pinhole.relay.store;

import java.io.Serial;

/** The store could not do what it was asked; nothing of it was kept. */
public final class StoreException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }

    public StoreException(String message) {
        super(message);
    }
}
