package io.pinhole.relay.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.pinhole.relay.net.Admission;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/** Counts a connection for as long as it is here, and hangs up on one too many. On the channel's loop. */
final class Turnstile extends ChannelInboundHandlerAdapter {

    private final Admission admission;
    private @Nullable InetAddress counted;

    Turnstile(Admission admission) {
        this.admission = admission;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        InetAddress from = ((InetSocketAddress) ctx.channel().remoteAddress()).getAddress();
        if (admission.enter(from)) {
            counted = from;
            ctx.fireChannelActive();
        } else {
            ctx.close();
        }
    }

    /** The connection is over, or has become a client's. */
    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        if (counted != null) {
            admission.leave(counted);
            counted = null;
        }
    }
}
