package io.pinhole.protocol.frame;

import java.util.HexFormat;

/** By what a client joins: a token, or the secret that an earlier join gave it. */
public sealed interface Credential {

    /** A signed token (JWT). */
    record Token(String jwt) implements Credential {
        @Override
        public String toString() {
            return "Token[redacted]";
        }
    }

    /** The resume secret of the last Welcome, in hexadecimal. */
    record Resume(CallId call, String secret) implements Credential {

        /** @throws IllegalArgumentException if the secret is not hexadecimal */
        public Resume {
            HexFormat.of().parseHex(secret);
        }

        @Override
        public String toString() {
            return "Resume[" + call + ", redacted]";
        }
    }
}
