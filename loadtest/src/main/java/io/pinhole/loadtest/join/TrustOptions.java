package io.pinhole.loadtest.join;

import io.pinhole.client.Trust;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which relay is the right one. */
final class TrustOptions {

    @Option(
            names = "--trust",
            paramLabel = "FINGERPRINT",
            description = "SHA-256 of the relay's certificate, as serve prints it (default: what the system trusts).")
    private @Nullable String fingerprint;

    @Option(names = "--insecure", description = "Trust any certificate. For tests only.")
    private boolean insecure;

    /** @throws IllegalArgumentException naming what would be right */
    Trust trust() {
        if (insecure && fingerprint != null) {
            throw new IllegalArgumentException("either --trust or --insecure");
        }
        if (fingerprint != null) {
            return Trust.fingerprint(fingerprint);
        }
        return insecure ? Trust.insecure() : Trust.system();
    }
}
