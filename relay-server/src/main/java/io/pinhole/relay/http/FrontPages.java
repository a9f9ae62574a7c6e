package io.pinhole.relay.http;

import io.pinhole.protocol.link.WebSockets;
import java.util.Map;
import java.util.function.Supplier;

/** What somebody sees who points a browser at the relay. */
public final class FrontPages {

    private FrontPages() {}

    public static Map<String, Supplier<Answer>> of(String clientAddress, String fingerprint) {
        String text = "Pinhole relay\n\n"
                + "Clients connect to tls://" + clientAddress + ", or by WebSocket to " + WebSockets.PATH + " here\n"
                + "Certificate (SHA-256): " + fingerprint;
        return Map.of("/", () -> Answer.ok(text));
    }
}
