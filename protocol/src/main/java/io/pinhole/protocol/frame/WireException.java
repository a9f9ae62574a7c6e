package io.pinhole.protocol.frame;

import java.io.Serial;

/** The peer broke the protocol: its connection ends with this code, nobody else notices. */
public final class WireException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    private final Code code;

    /** @param message one sentence that names what was wrong; it is sent to the peer */
    public WireException(Code code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    public Code code() {
        return code;
    }

    public static WireException malformed(String message) {
        return new WireException(Code.MALFORMED, message);
    }
}
