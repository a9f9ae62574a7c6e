package io.pinhole.loadtest.join;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** By what to join. */
final class TokenOptions {

    private static final String VARIABLE = "PINHOLE_TOKEN";

    @Option(names = "--token", paramLabel = "JWT", description = "The token (default: the variable PINHOLE_TOKEN).")
    private @Nullable String token;

    @Option(names = "--token-file", paramLabel = "FILE", description = "A file with the token.")
    private @Nullable Path file;

    /** @throws IllegalArgumentException naming what would be right */
    String token() {
        String variable = System.getenv(VARIABLE);
        if (token != null) {
            return token.strip();
        }
        if (file != null) {
            return read(file);
        }
        if (variable != null && !variable.isBlank()) {
            return variable.strip();
        }
        throw new IllegalArgumentException(
                "a token is missing: --token, --token-file or " + VARIABLE + " (./pinhole token makes one)");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new IllegalArgumentException("--token-file " + file + " cannot be read", e);
        }
    }
}
