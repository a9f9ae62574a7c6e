package io.pinhole.client;

import io.netty.channel.ChannelPipeline;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.ssl.SslContext;
import io.pinhole.protocol.link.LinkMeter;
import java.net.URI;
import java.util.Optional;

/** Connects by WebSocket, over TLS unless to this machine. */
final class WebSocketDialer implements Dialer {

    private static final int MAX_ANSWER_BYTES = 8 * 1024;

    private final Sockets sockets;
    private final Optional<SslContext> tls;
    private final URI relay;
    private final LinkMeter meter;

    /** @param tls empty: none */
    WebSocketDialer(Sockets sockets, Optional<SslContext> tls, URI relay, LinkMeter meter) {
        this.sockets = sockets;
        this.tls = tls;
        this.relay = relay;
        this.meter = meter;
    }

    @Override
    public Runnable dial(Attempt attempt) {
        return sockets.open(attempt, channel -> assemble(channel, attempt));
    }

    @Override
    public Runnable dialAgain(Attempt attempt) {
        return sockets.openAgain(attempt, channel -> assemble(channel, attempt));
    }

    private void assemble(SocketChannel channel, Attempt attempt) {
        ChannelPipeline pipeline = channel.pipeline();
        tls.ifPresent(context -> pipeline.addLast(sockets.tls(context, channel)));
        pipeline.addLast(
                new HttpClientCodec(),
                new HttpObjectAggregator(MAX_ANSWER_BYTES),
                new UpgradeWatch(new ClientHandshake(relay), attempt, meter));
    }
}
