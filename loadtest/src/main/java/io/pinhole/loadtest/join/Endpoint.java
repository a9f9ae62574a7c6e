package io.pinhole.loadtest.join;

import io.pinhole.client.Transport;
import io.pinhole.protocol.link.WebSockets;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Where a relay listens, and for what. */
record Endpoint(String host, int port, Transport transport) {

    /** @throws IllegalArgumentException naming what would be right */
    static Endpoint parse(String text) {
        return read(text)
                .orElseThrow(
                        () -> new IllegalArgumentException(
                                "'" + text
                                        + "' is not tls://HOST:PORT, wss://HOST:PORT[/path] or, to this machine, ws://HOST:PORT[/path]"));
    }

    private static Optional<Endpoint> read(String text) {
        try {
            URI uri = new URI(text);
            boolean bare = uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null;
            if (!bare || uri.getScheme() == null || uri.getHost() == null || uri.getPort() <= 0) {
                return Optional.empty();
            }
            String host = uri.getHost().replaceAll("[\\[\\]]", "");
            return transport(uri.getScheme(), uri.getRawPath()).map(by -> new Endpoint(host, uri.getPort(), by));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static Optional<Transport> transport(String scheme, String path) {
        String orUsual = path.isEmpty() ? WebSockets.PATH : path;
        return switch (scheme) {
            case "tls" -> path.isEmpty() ? Optional.of(Transport.tcp()) : Optional.empty();
            case "wss" -> Optional.of(Transport.webSocket(orUsual));
            case "ws" -> Optional.of(Transport.plainWebSocket(orUsual));
            default -> Optional.empty();
        };
    }
}
