package io.pinhole.relay.config;

import java.time.Duration;

/** What is allowed before authentication, and of tokens. */
public record AuthConfig(
        int maxBytes,
        Duration timeout,
        Duration timeoutAfterTls,
        int maxUnauthenticated,
        int maxUnauthenticatedPerAddress,
        Duration maxTokenLifetime) {

    private static final Duration SECOND = Duration.ofSeconds(1);

    public AuthConfig {
        Check.within("auth.max-bytes", maxBytes, 1 << 10, 64 << 10);
        Check.within("auth.timeout", timeout, SECOND, Duration.ofMinutes(2));
        Check.within("auth.timeout-after-tls", timeoutAfterTls, SECOND, timeout);
        Check.within("auth.max-unauthenticated", maxUnauthenticated, 1, 1_000_000);
        Check.within("auth.max-unauthenticated-per-address", maxUnauthenticatedPerAddress, 1, maxUnauthenticated);
        Check.within("auth.max-token-lifetime", maxTokenLifetime, Duration.ofMinutes(1), Duration.ofDays(366));
    }

    static AuthConfig of(Values values) {
        return new AuthConfig(
                values.intBytes("auth.max-bytes"),
                values.duration("auth.timeout"),
                values.duration("auth.timeout-after-tls"),
                values.number("auth.max-unauthenticated"),
                values.number("auth.max-unauthenticated-per-address"),
                values.duration("auth.max-token-lifetime"));
    }
}
