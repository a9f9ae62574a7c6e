package io.pinhole.relay.config;

import java.time.Duration;

/** The bounds of values, each refusal in one line. */
final class Check {

    private Check() {}

    static void within(String key, long value, long min, long max) {
        if (value < min || value > max) {
            throw new ConfigException(key + " = " + value + ": must be from " + min + " to " + max);
        }
    }

    static void within(String key, Duration value, Duration min, Duration max) {
        if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
            throw new ConfigException(key + " = " + value.toMillis() + " ms: must be from " + min.toMillis() + " to "
                    + max.toMillis() + " ms");
        }
    }

    static void that(boolean fine, String key, Object value, String mend) {
        if (!fine) {
            throw new ConfigException(key + " = " + value + ": " + mend);
        }
    }
}
