package io.pinhole.relay.net;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.pinhole.protocol.frame.Close;
import io.pinhole.protocol.frame.Code;
import io.pinhole.relay.config.AuthConfig;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Watches a connection that has not yet said who it is: it counts among the unauthenticated, and has so long and no
 * longer. On the channel's loop.
 */
final class Threshold extends ChannelInboundHandlerAdapter {

    private final Admission admission;
    private final AuthConfig auth;
    private final Gate gate;
    private @Nullable ScheduledFuture<?> deadline;
    private @Nullable InetAddress counted;
    private @Nullable Session session;

    Threshold(Admission admission, AuthConfig auth, Gate gate) {
        this.admission = admission;
        this.auth = auth;
        this.gate = gate;
    }

    /** Whom to tell that the time is over. */
    void guards(Session guarded) {
        session = guarded;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        if (begin(ctx, auth.timeout())) {
            ctx.fireChannelActive();
        }
    }

    /** Watches from now on a connection that was active before, and whose handshakes are done. */
    void begin(ChannelHandlerContext ctx) {
        begin(ctx, auth.timeoutAfterTls());
    }

    private boolean begin(ChannelHandlerContext ctx, Duration patience) {
        InetAddress from = ((InetSocketAddress) ctx.channel().remoteAddress()).getAddress();
        if (!admission.enter(from)) {
            ctx.close();
            return false;
        }
        counted = from;
        deadline = schedule(ctx, patience.toMillis());
        return true;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof SslHandshakeCompletionEvent tls && tls.isSuccess() && deadline != null) {
            long left = Math.min(auth.timeoutAfterTls().toMillis(), deadline.getDelay(TimeUnit.MILLISECONDS));
            deadline.cancel(false);
            deadline = schedule(ctx, left);
        }
        ctx.fireUserEventTriggered(event);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        crossed();
        ctx.fireChannelInactive();
    }

    /** The connection is authenticated, or over. */
    void crossed() {
        gate.open();
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
        if (counted != null) {
            admission.leave(counted);
            counted = null;
        }
    }

    private ScheduledFuture<?> schedule(ChannelHandlerContext ctx, long millis) {
        return ctx.executor().schedule(() -> expire(ctx), millis, TimeUnit.MILLISECONDS);
    }

    private void expire(ChannelHandlerContext ctx) {
        if (session != null) {
            session.link().close(Close.of(Code.AUTHENTICATION_TIMEOUT, "no hello in time"));
        } else {
            ctx.close();
        }
    }
}
