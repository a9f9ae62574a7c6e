package io.pinhole.relay.config;

import java.util.List;
import java.util.Locale;

/**
 * How the HTTP port is reached.
 *
 * @param plain without TLS, on this machine only
 * @param behindProxy without TLS, as something in front of it has that part
 * @param origins of pages besides the relay's own that may connect
 */
public record HttpConfig(boolean plain, boolean behindProxy, List<String> origins) {

    public HttpConfig {
        origins =
                origins.stream().map(origin -> origin.toLowerCase(Locale.ROOT)).toList();
        for (String origin : origins) {
            Check.that(
                    origin.matches("https?://[^/?#@\\s]+"),
                    "http-origins",
                    origin,
                    "an origin is a scheme and a host, such as https://app.example.com");
        }
    }

    static HttpConfig of(Values values) {
        return new HttpConfig(values.flag("http-plain"), values.flag("behind-proxy"), values.list("http-origins"));
    }

    /** Whether the port speaks TLS. */
    public boolean tls() {
        return !plain && !behindProxy;
    }
}
