package io.pinhole.client;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.pinhole.protocol.link.LinkMeter;
import java.net.ConnectException;

/** Waits for TLS, then gives its place in the pipeline to the link: nothing is sent, or timed, before. */
final class TlsWatch extends ChannelInboundHandlerAdapter {

    private final Dialer.Attempt attempt;
    private final LinkMeter meter;
    private Throwable cause = new ConnectException("the connection was lost during the TLS handshake");

    TlsWatch(Dialer.Attempt attempt, LinkMeter meter) {
        this.attempt = attempt;
        this.meter = meter;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof SslHandshakeCompletionEvent handshake) {
            if (handshake.isSuccess()) {
                LinkStart.at(ctx, attempt, meter);
            } else {
                cause = handshake.cause();
                ctx.close();
            }
        }
        ctx.fireUserEventTriggered(event);
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
