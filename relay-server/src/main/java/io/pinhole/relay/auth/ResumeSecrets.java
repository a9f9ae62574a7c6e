package io.pinhole.relay.auth;

import io.pinhole.protocol.frame.Sha256;
import java.security.SecureRandom;

/**
 * Secrets with which a participant comes back without a token. Only their hashes are kept and compared: what the time
 * of a look-up tells about a hash helps nobody to find the 128 random bits behind it, so it need not be constant.
 */
public final class ResumeSecrets {

    public static final int BYTES = 16;

    private static final SecureRandom RANDOM = new SecureRandom();

    private ResumeSecrets() {}

    public static byte[] random() {
        byte[] secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        return secret;
    }

    /** What is stored in place of the secret. A fast hash will do, as there is nothing to guess. */
    public static Sha256 hash(byte[] secret) {
        return Sha256.of(secret);
    }
}
