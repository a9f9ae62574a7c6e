package io.pinhole.relay.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigValueType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Reads typed values; a wrong one is answered with its key, itself and what would be right. */
final class Values {

    private final Config config;

    Values(Config config) {
        this.config = config;
    }

    String text(String key) {
        return read(key, "a text", config::getString);
    }

    int number(String key) {
        return read(key, "a whole number", k -> Integer.parseInt(config.getString(k)));
    }

    /** A size below 2 GiB. */
    int intBytes(String key) {
        return read(key, "a size such as 16 MiB, below 2 GiB", k -> checkedInt(config.getBytes(k)));
    }

    boolean flag(String key) {
        return read(key, "true or false", config::getBoolean);
    }

    /** A list, or a text with commas between, which is all that the environment and options can say. */
    List<String> list(String key) {
        if (config.getValue(key).valueType() == ConfigValueType.LIST) {
            return read(key, "a list of texts", config::getStringList);
        }
        String text = text(key).replaceFirst("^\\[(.*)]$", "$1");
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    Duration duration(String key) {
        return read(key, "a duration such as 30 s", config::getDuration);
    }

    Address address(String key) {
        return read(key, "host:port", k -> Address.parse(config.getString(k)));
    }

    Path path(String key) {
        return read(key, "a path", k -> Path.of(config.getString(k)));
    }

    /** Empty if the text is. */
    Optional<Path> optionalPath(String key) {
        return text(key).isEmpty() ? Optional.empty() : Optional.of(path(key));
    }

    /** The constant whose name, in lower case, is the value. */
    <E extends Enum<E>> E word(String key, Class<E> type) {
        String words = String.join(
                " or ",
                Arrays.stream(type.getEnumConstants())
                        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                        .toList());
        String text = text(key);
        return read(key, words, k -> {
            if (!text.equals(text.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException(text);
            }
            return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
        });
    }

    private <T> T read(String key, String wanted, Function<String, T> reader) {
        try {
            return reader.apply(key);
        } catch (com.typesafe.config.ConfigException | IllegalArgumentException e) {
            throw new ConfigException(shown(key) + ": " + wanted + " is needed", e);
        }
    }

    private static int checkedInt(long value) {
        if (value != (int) value) {
            throw new IllegalArgumentException(value + " is too large");
        }
        return (int) value;
    }

    private String shown(String key) {
        return key
                + (SettingKeys.isSecret(key) ? "" : " = " + config.getValue(key).unwrapped());
    }
}
