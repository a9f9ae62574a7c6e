package io.pinhole.relay.net;

import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.GlobalEventExecutor;
import io.pinhole.protocol.frame.FrameType.Sender;
import io.pinhole.protocol.link.FrameDecoder;
import io.pinhole.protocol.link.LinkHandler;
import io.pinhole.relay.call.Doorman;
import io.pinhole.relay.config.AuthConfig;
import io.pinhole.relay.config.ConnectionConfig;
import io.pinhole.relay.metrics.Meters;

/** What a client's bytes pass through. */
final class RelayPipeline extends ChannelInitializer<SocketChannel> {

    private final SslContext tls;
    private final AuthConfig auth;
    private final ConnectionConfig limits;
    private final Admission admission;
    private final Doorman doorman;
    private final Meters meters;
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);

    RelayPipeline(SslContext tls, AuthConfig auth, ConnectionConfig limits, Doorman doorman, Meters meters) {
        this.tls = tls;
        this.auth = auth;
        this.limits = limits;
        this.admission = new Admission(auth.maxUnauthenticated(), auth.maxUnauthenticatedPerAddress());
        this.doorman = doorman;
        this.meters = meters;
        meters.unauthenticated(admission, Admission::unauthenticated);
    }

    /** All that are open. */
    ChannelGroup connections() {
        return connections;
    }

    @Override
    protected void initChannel(SocketChannel channel) {
        connections.add(channel);
        ConnectionMeter meter = new ConnectionMeter(meters, limits.bytesPerSecond());
        Gate gate = new Gate(meter);
        Threshold threshold = new Threshold(admission, auth, gate);
        FrameDecoder decoder = new FrameDecoder(Sender.CLIENT, auth.maxBytes(), meter);
        SslHandler ssl = tls.newHandler(channel.alloc());
        ssl.setHandshakeTimeoutMillis(auth.timeout().toMillis());

        ChannelPipeline pipeline = channel.pipeline();
        pipeline.addLast(ssl);
        pipeline.addLast(threshold);
        pipeline.addLast(decoder);
        pipeline.addLast(gate);
        pipeline.addLast(
                new LinkHandler(Sender.CLIENT, meter, link -> new Session(link, decoder, threshold, doorman, meter)));
    }
}
