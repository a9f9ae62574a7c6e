package io.pinhole.relay.config;

import java.nio.file.Path;
import java.util.Optional;

/** The PEM files of the relay's certificate: both, or neither for one of its own making. */
public record TlsConfig(Optional<Path> certificate, Optional<Path> key) {

    public TlsConfig {
        Check.that(
                certificate.isPresent() == key.isPresent(),
                certificate.isPresent() ? "tls.key" : "tls.certificate",
                "\"\"",
                "certificate and key are needed together");
    }

    static TlsConfig of(Values values) {
        return new TlsConfig(values.optionalPath("tls.certificate"), values.optionalPath("tls.key"));
    }
}
