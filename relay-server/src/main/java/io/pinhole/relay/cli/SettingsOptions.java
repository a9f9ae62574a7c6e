package io.pinhole.relay.cli;

import io.pinhole.relay.config.Settings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options with which every command finds its settings. */
final class SettingsOptions {

    @Option(names = "--data", paramLabel = "DIR", description = "The data folder (default: ./pinhole-data).")
    private @Nullable Path data;

    @Option(names = "--config", paramLabel = "FILE", description = "A file with settings.")
    private @Nullable Path config;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "One setting; outranks the file and the environment (PINHOLE_...).")
    private Map<String, String> overrides = new LinkedHashMap<>();

    Settings load() {
        return load(Map.of());
    }

    /** @param options of the command itself that are settings, by their keys */
    Settings load(Map<String, String> options) {
        Map<String, String> all = new HashMap<>(overrides);
        all.putAll(options);
        if (data != null) {
            all.put("data", data.toString());
        }
        return Settings.load(all, System.getenv(), Optional.ofNullable(config));
    }
}
