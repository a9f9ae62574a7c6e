package io.pinhole.protocol.frame;

import com.google.protobuf.ByteString;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 hash, as 64 lower-case hexadecimal digits. */
public record Sha256(String hex) {

    private static final int BYTES = 32;

    /** @throws IllegalArgumentException if this is not such a hash */
    public Sha256 {
        if (hex.length() != 2 * BYTES
                || !hex.equals(HexFormat.of().formatHex(HexFormat.of().parseHex(hex)))) {
            throw new IllegalArgumentException("not a SHA-256 in lower-case hexadecimal: " + hex);
        }
    }

    public static Sha256 of(byte[] bytes) {
        return finish(digest(), bytes);
    }

    /** The hash of all that the digest was fed, which is reset. */
    public static Sha256 of(MessageDigest digest) {
        return new Sha256(HexFormat.of().formatHex(digest.digest()));
    }

    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    static Sha256 of(ByteString bytes) throws WireException {
        if (bytes.size() != BYTES) {
            throw WireException.malformed("sha256 has " + bytes.size() + " bytes instead of " + BYTES);
        }
        return new Sha256(HexFormat.of().formatHex(bytes.toByteArray()));
    }

    ByteString toByteString() {
        return ByteString.copyFrom(HexFormat.of().parseHex(hex));
    }

    private static Sha256 finish(MessageDigest digest, byte[] bytes) {
        digest.update(bytes);
        return of(digest);
    }

    @Override
    public String toString() {
        return hex;
    }
}
