package io.pinhole.relay.http;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker13;
import io.netty.handler.timeout.ReadTimeoutHandler;
import io.pinhole.protocol.link.WebSocketMessages;
import io.pinhole.protocol.link.WebSockets;
import io.pinhole.relay.net.ClientPipeline;
import java.util.Optional;

/** Where an HTTP connection becomes a client's: upgrades to WebSocket what may be, and lets other requests pass by. */
@Sharable
public final class WebSocketDoor extends SimpleChannelInboundHandler<FullHttpRequest> {

    private final Origins origins;
    private final ClientPipeline clients;

    public WebSocketDoor(Origins origins, ClientPipeline clients) {
        this.origins = origins;
        this.clients = clients;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) {
        if (!isForUs(request)) {
            ctx.fireChannelRead(request.retain());
            return;
        }
        Optional<Answer> refusal = UpgradeRule.refusal(request, origins);
        if (refusal.isPresent()) {
            Responses.send(ctx, request, refusal.get());
        } else {
            upgrade(ctx, request);
        }
    }

    private static boolean isForUs(FullHttpRequest request) {
        return request.decoderResult().isSuccess()
                && (request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD))
                && new QueryStringDecoder(request.uri()).rawPath().equals(WebSockets.PATH);
    }

    private void upgrade(ChannelHandlerContext ctx, FullHttpRequest request) {
        new WebSocketServerHandshaker13("", WebSockets.PROTOCOL, WebSockets.decoding(true))
                .handshake(ctx.channel(), request)
                .addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
        ChannelPipeline pipeline = ctx.pipeline();
        pipeline.remove(ReadTimeoutHandler.class); // a link has its heartbeat
        pipeline.remove(Router.class);
        pipeline.remove(this);
        WebSocketMessages.addTo(pipeline);
        clients.takeOver(ctx.channel());
    }
}
