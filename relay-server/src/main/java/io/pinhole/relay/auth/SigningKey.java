package io.pinhole.relay.auth;

import io.pinhole.relay.config.ConfigException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** A secret that signs tokens, and the id under which they name it. */
final class SigningKey {

    static final int MIN_BYTES = 32;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String id;
    private final byte[] secret;

    /** @throws ConfigException if either is unfit, without showing the secret */
    SigningKey(String id, byte[] secret) {
        if (!ID.matcher(id).matches()) {
            throw new ConfigException("a key's id has 1 to 64 letters, digits, - and _");
        }
        if (secret.length < MIN_BYTES) {
            throw new ConfigException("the secret of key " + id + " has " + secret.length + " bytes; at least "
                    + MIN_BYTES + " are needed");
        }
        this.id = id;
        this.secret = secret.clone();
    }

    static SigningKey random() {
        byte[] id = new byte[4];
        byte[] secret = new byte[MIN_BYTES];
        RANDOM.nextBytes(id);
        RANDOM.nextBytes(secret);
        return new SigningKey("k" + HexFormat.of().formatHex(id), secret);
    }

    String id() {
        return id;
    }

    byte[] secret() {
        return secret.clone();
    }

    @Override
    public String toString() {
        return "key " + id;
    }
}
