package io.pinhole.relay.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigResolveOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Reads each source of settings and lets only known keys through. */
final class SettingSources {

    private static final String PREFIX = "PINHOLE_";

    /** Variables of ours that are not settings. */
    private static final Set<String> OTHER_VARIABLES = Set.of("PINHOLE_TOKEN", "PINHOLE_JAVA_OPTS");

    private final SettingKeys keys;

    SettingSources(SettingKeys keys) {
        this.keys = keys;
    }

    Config commandLine(Map<String, String> overrides) {
        overrides.keySet().forEach(key -> keys.known(key, "the command line"));
        return ConfigFactory.parseMap(overrides, "command line");
    }

    Config environment(Map<String, String> environment) {
        Map<String, String> settings = new HashMap<>();
        environment.forEach((variable, value) -> {
            if (variable.startsWith(PREFIX) && !OTHER_VARIABLES.contains(variable)) {
                settings.put(keys.ofVariable(variable), value);
            }
        });
        return ConfigFactory.parseMap(settings, "environment");
    }

    Config file(Path file) {
        if (!Files.isReadable(file)) {
            throw new ConfigException("the configuration file " + file + " cannot be read; is the path right?");
        }
        try {
            Config config = ConfigFactory.parseFile(file.toFile()).resolve(ConfigResolveOptions.noSystem());
            check(config.root(), "", file);
            return config;
        } catch (com.typesafe.config.ConfigException e) {
            throw new ConfigException("the configuration file cannot be understood: " + e.getMessage(), e);
        }
    }

    private void check(ConfigObject object, String prefix, Path file) {
        for (Map.Entry<String, ConfigValue> entry : object.entrySet()) {
            String key = prefix + ConfigUtil.joinPath(entry.getKey());
            if (entry.getValue() instanceof ConfigObject inner) {
                check(inner, key + ".", file);
            } else {
                keys.known(key, file.toString());
                if (entry.getValue().valueType() == ConfigValueType.NULL) {
                    throw new ConfigException(key + " = null: leave the line out to get the default");
                }
            }
        }
    }
}
