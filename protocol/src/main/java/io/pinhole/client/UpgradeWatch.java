package io.pinhole.client;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.util.concurrent.ScheduledFuture;
import io.pinhole.protocol.link.LinkMeter;
import io.pinhole.protocol.link.WebSocketMessages;
import java.net.ConnectException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Asks for the upgrade to WebSocket and waits for it, then gives its place in the pipeline to the link. */
final class UpgradeWatch extends SimpleChannelInboundHandler<FullHttpResponse> {

    /** As long as TLS may take, and a round trip of two seconds, and more for what is in between. */
    private static final int UPGRADE_MILLIS = 20_000;

    private final ClientHandshake handshake;
    private final Dialer.Attempt attempt;
    private final LinkMeter meter;
    private Throwable cause = new ConnectException("the connection was lost during the WebSocket handshake");
    private @Nullable ScheduledFuture<?> deadline;

    UpgradeWatch(ClientHandshake handshake, Dialer.Attempt attempt, LinkMeter meter) {
        this.handshake = handshake;
        this.attempt = attempt;
        this.meter = meter;
    }

    /** What is written now goes out once TLS, if there is any, has done its part. */
    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        deadline = ctx.executor().schedule(() -> expire(ctx), UPGRADE_MILLIS, TimeUnit.MILLISECONDS);
        handshake.handshake(ctx.channel());
        ctx.fireChannelActive();
    }

    private void expire(ChannelHandlerContext ctx) {
        exceptionCaught(ctx, new ConnectException("no answer to the WebSocket handshake"));
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, FullHttpResponse answer) {
        handshake.finishHandshake(ctx.channel(), answer);
        WebSocketMessages.addTo(ctx.pipeline());
        LinkStart.at(ctx, attempt, meter);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof SslHandshakeCompletionEvent tls && !tls.isSuccess()) {
            exceptionCaught(ctx, tls.cause());
        }
        ctx.fireUserEventTriggered(event);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        if (deadline != null) {
            deadline.cancel(false);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        attempt.failed(cause);
        ctx.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable thrown) {
        cause = thrown;
        ctx.close();
    }
}
