package io.pinhole.relay.config;

/**
 * Where the relay listens.
 *
 * @param link for clients
 * @param http for console, WebSocket and API
 * @param ops for metrics and probes
 */
public record ListenConfig(Address link, Address http, Address ops) {

    static ListenConfig of(Values values) {
        return new ListenConfig(values.address("listen"), values.address("http"), values.address("ops"));
    }
}
