package io.pinhole.client;

import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshaker13;
import io.netty.handler.codec.http.websocketx.WebSocketFrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketVersion;
import io.pinhole.protocol.link.WebSockets;
import java.net.URI;

/** Our request for a WebSocket connection. */
final class ClientHandshake extends WebSocketClientHandshaker13 {

    ClientHandshake(URI relay) {
        super(
                relay,
                WebSocketVersion.V13,
                WebSockets.PROTOCOL,
                false,
                EmptyHttpHeaders.INSTANCE,
                WebSockets.MAX_MESSAGE_BYTES);
    }

    /** An origin is what a browser says of the page that connects; there is no page here. */
    @Override
    protected FullHttpRequest newHandshakeRequest() {
        FullHttpRequest request = super.newHandshakeRequest();
        request.headers().remove(HttpHeaderNames.ORIGIN);
        return request;
    }

    @Override
    protected WebSocketFrameDecoder newWebsocketDecoder() {
        return new WebSocket13FrameDecoder(WebSockets.decoding(false));
    }
}
