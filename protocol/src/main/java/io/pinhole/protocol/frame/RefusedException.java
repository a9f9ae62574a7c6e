package io.pinhole.protocol.frame;

import java.io.Serial;

/** One request was refused; the connection and everybody else go on. */
public final class RefusedException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    private final Code code;

    /** @param message one sentence that names what was wrong; it is sent to the peer */
    public RefusedException(Code code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}
