package io.pinhole.loadtest.join;

import java.net.URI;
import java.net.URISyntaxException;

/** Where a relay listens. */
record Endpoint(String host, int port) {

    /** @throws IllegalArgumentException naming what would be right */
    static Endpoint parse(String text) {
        try {
            URI uri = new URI(text);
            if ("tls".equals(uri.getScheme()) && uri.getHost() != null && uri.getPort() > 0) {
                return new Endpoint(uri.getHost().replaceAll("[\\[\\]]", ""), uri.getPort());
            }
        } catch (URISyntaxException e) {
            // said below
        }
        throw new IllegalArgumentException("'" + text + "' is not tls://HOST:PORT");
    }
}
