package io.pinhole.relay.config;

import java.io.Serial;

/** Something that whoever operates the relay must mend before it can start; the message is one line that says how. */
public final class ConfigException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    public ConfigException(String message) {
        super(message);
    }

    public ConfigException(String message, Throwable cause) {
        super(message, cause);
    }
}
