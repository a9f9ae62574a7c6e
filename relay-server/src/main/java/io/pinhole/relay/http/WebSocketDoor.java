package io.pinhole.relay.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker13;
import io.pinhole.protocol.link.WebSocketMessages;
import io.pinhole.protocol.link.WebSockets;
import io.pinhole.relay.net.ClientPipeline;
import java.util.Optional;

/** Where an HTTP connection becomes a client's, by an upgrade to WebSocket. */
public final class WebSocketDoor {

    private final Origins origins;
    private final ClientPipeline clients;

    public WebSocketDoor(Origins origins, ClientPipeline clients) {
        this.origins = origins;
        this.clients = clients;
    }

    boolean isFor(FullHttpRequest request) {
        return request.decoderResult().isSuccess()
                && (request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD))
                && new QueryStringDecoder(request.uri()).rawPath().equals(WebSockets.PATH);
    }

    /** Why a request for this is not granted, if it is not. */
    Optional<Answer> refusal(FullHttpRequest request) {
        return UpgradeRule.refusal(request, origins);
    }

    void upgrade(Channel channel, FullHttpRequest request) {
        new WebSocketServerHandshaker13("", WebSockets.PROTOCOL, WebSockets.decoding(true))
                .handshake(channel, request)
                .addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
        ChannelPipeline pipeline = channel.pipeline();
        HttpPipeline.clear(pipeline);
        WebSocketMessages.addTo(pipeline);
        channel.config().setAutoRead(true);
        clients.takeOver(channel);
    }
}
