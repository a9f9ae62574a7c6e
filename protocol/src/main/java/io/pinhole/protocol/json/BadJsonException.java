package io.pinhole.protocol.json;

import java.io.Serial;

/** A text is not JSON, or says what it may not say. */
public final class BadJsonException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    private final String path;

    /**
     * @param path to what is wrong, as a JSON pointer: {@code /widgets/3/ink}; empty is the whole
     * @param fault one sentence that names it
     */
    public BadJsonException(String path, String fault) {
        super((path.isEmpty() ? "the document" : path) + ": " + fault);
        this.path = path;
    }

    public String path() {
        return path;
    }
}
