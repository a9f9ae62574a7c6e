package io.pinhole.relay.config;

import com.typesafe.config.Config;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The keys that exist, which are those of the reference, and their names in the environment. */
final class SettingKeys {

    private final Map<String, String> keyByVariable = new LinkedHashMap<>();

    private SettingKeys() {}

    /** @throws IllegalArgumentException if two keys have the same name in the environment */
    static SettingKeys of(Config reference) {
        SettingKeys keys = new SettingKeys();
        reference.entrySet().stream()
                .sorted(Comparator.comparingInt(
                        entry -> entry.getValue().origin().lineNumber()))
                .map(Map.Entry::getKey)
                .forEach(keys::add);
        return keys;
    }

    private void add(String key) {
        String other = keyByVariable.put(variable(key), key);
        if (other != null) {
            throw new IllegalArgumentException(key + " and " + other + " are one in the environment");
        }
    }

    static String variable(String key) {
        return "PINHOLE_" + key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    static boolean isSecret(String key) {
        return key.endsWith("secret") || key.endsWith("password");
    }

    /** In the order of the reference. */
    List<String> all() {
        return List.copyOf(keyByVariable.values());
    }

    /** @throws ConfigException if there is no such key */
    String known(String key, String source) {
        if (!keyByVariable.containsValue(key)) {
            throw unknown(key, keyByVariable.values().stream().toList(), source);
        }
        return key;
    }

    /** @throws ConfigException if no key has this name in the environment */
    String ofVariable(String variable) {
        String key = keyByVariable.get(variable);
        if (key == null) {
            throw unknown(variable, List.copyOf(keyByVariable.keySet()), "the environment");
        }
        return key;
    }

    private static ConfigException unknown(String name, List<String> known, String source) {
        String nearest = known.stream()
                .min(Comparator.comparingInt(candidate -> distance(name, candidate)))
                .orElseThrow();
        return new ConfigException("unknown setting " + name + " in " + source + "; did you mean " + nearest + "?");
    }

    /** How many letters must be added, removed or changed to make one of the other (Levenshtein). */
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
