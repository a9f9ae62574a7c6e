package io.pinhole.relay.http;

import io.pinhole.protocol.link.WebSockets;

/** What somebody sees who points a browser at the relay. */
public final class FrontPages {

    private FrontPages() {}

    public static Routes of(String clientAddress, String fingerprint) {
        String text = "Pinhole relay\n\n"
                + "Clients connect to tls://" + clientAddress + ", or by WebSocket to " + WebSockets.PATH + " here\n"
                + "Certificate (SHA-256): " + fingerprint;
        return Routes.NONE.with("/", Page.of(() -> Answer.ok(text)));
    }
}
