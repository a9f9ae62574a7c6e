package io.pinhole.relay.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.net.URL;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The effective settings by key, from all sources in their order: command line, environment, file, defaults. */
public final class Settings {

    private final SettingKeys keys;
    private final Config config;

    private Settings(SettingKeys keys, Config config) {
        this.keys = keys;
        this.config = config;
    }

    /**
     * @param overrides by key, as given on the command line
     * @param environment of the process, of which names that begin with PINHOLE_ matter
     * @throws ConfigException if a key is unknown or the file cannot be read
     */
    public static Settings load(Map<String, String> overrides, Map<String, String> environment, Optional<Path> file) {
        Config reference = ConfigFactory.parseURL(resource());
        SettingKeys keys = SettingKeys.of(reference);
        SettingSources sources = new SettingSources(keys);
        Config config = sources.commandLine(overrides)
                .withFallback(sources.environment(environment))
                .withFallback(file.map(sources::file).orElseGet(ConfigFactory::empty))
                .withFallback(reference);
        return new Settings(keys, config);
    }

    /** @throws ConfigException if a value is unfit */
    public RelayConfig relay() {
        return RelayConfig.of(new Values(config));
    }

    /** One line for each key with the value in force, in the notation of a configuration file; secrets are hidden. */
    public String print() {
        StringBuilder text = new StringBuilder();
        for (String key : keys.all()) {
            String value =
                    SettingKeys.isSecret(key) ? "\"***\"" : config.getValue(key).render();
            text.append(key).append(" = ").append(value).append('\n');
        }
        return text.toString();
    }

    /** Not found by its bare name on the class path, where libraries leave theirs. */
    private static URL resource() {
        URL url = Settings.class.getResource("reference.conf");
        if (url == null) {
            throw new ConfigException("reference.conf is missing from this relay");
        }
        return url;
    }
}
