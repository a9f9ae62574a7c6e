package io.pinhole.client;

import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.util.FingerprintTrustManagerFactory;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Which relay a client believes to be the right one. */
public final class Trust {

    private static final int SHA256_HEX_DIGITS = 64;

    private final @Nullable TrustManagerFactory managers;
    private final String name;

    private Trust(@Nullable TrustManagerFactory managers, String name) {
        this.managers = managers;
        this.name = name;
    }

    /** A certificate for the host's name, signed by an authority that this system trusts. */
    public static Trust system() {
        return new Trust(null, "system");
    }

    /**
     * Exactly one certificate, whatever name it bears.
     *
     * @param sha256 of the certificate's DER, in hexadecimal; colons and spaces between are allowed
     * @throws IllegalArgumentException if it is not that
     */
    public static Trust fingerprint(String sha256) {
        String hex = sha256.replaceAll("[: ]", "");
        if (!hex.matches("[0-9a-fA-F]{" + SHA256_HEX_DIGITS + "}")) {
            throw new IllegalArgumentException("a fingerprint is a SHA-256 of 64 hexadecimal digits, not: " + sha256);
        }
        return new Trust(
                FingerprintTrustManagerFactory.builder("SHA-256")
                        .fingerprints(hex)
                        .build(),
                "fingerprint " + hex);
    }

    /** Any certificate. Whoever sits in between reads the token and the call: for tests only. */
    public static Trust insecure() {
        return new Trust(InsecureTrustManagerFactory.INSTANCE, "insecure");
    }

    void applyTo(SslContextBuilder builder) {
        if (managers != null) {
            builder.trustManager(managers).endpointIdentificationAlgorithm(null);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
