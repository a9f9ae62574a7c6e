package io.pinhole.client;

import io.netty.util.NetUtil;
import io.pinhole.protocol.link.WebSockets;
import java.net.URI;

/** What carries the frames between a client and its relay; all else is the same on each. */
public sealed interface Transport {

    /** TCP with TLS: the least bytes. */
    record Tcp() implements Transport {}

    /**
     * WebSocket, where nothing else gets through.
     *
     * @param path on the relay, or on what stands in front of it
     * @param tls false: whoever sits in between reads the token and the call; to this machine only
     */
    record WebSocket(String path, boolean tls) implements Transport {

        /** @throws IllegalArgumentException if the path cannot be one */
        public WebSocket {
            if (!path.matches("/[!$%&'()*+,./0-9:;=@A-Z_a-z~-]*")) {
                throw new IllegalArgumentException("a path begins with / and has no query, not: " + path);
            }
        }

        URI at(String host, int port) {
            return URI.create((tls ? "wss://" : "ws://") + NetUtil.toSocketAddressString(host, port) + path);
        }
    }

    static Transport tcp() {
        return new Tcp();
    }

    static Transport webSocket() {
        return webSocket(WebSockets.PATH);
    }

    static Transport webSocket(String path) {
        return new WebSocket(path, true);
    }

    static Transport plainWebSocket(String path) {
        return new WebSocket(path, false);
    }
}
