package io.pinhole.relay.net;

import io.netty.channel.ChannelInitializer;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;

/** What a client's bytes pass through on the link's own port. */
final class RelayPipeline extends ChannelInitializer<SocketChannel> {

    private final SslContext tls;
    private final ClientPipeline clients;

    RelayPipeline(SslContext tls, ClientPipeline clients) {
        this.tls = tls;
        this.clients = clients;
    }

    @Override
    protected void initChannel(SocketChannel channel) {
        SslHandler ssl = tls.newHandler(channel.alloc());
        ssl.setHandshakeTimeoutMillis(clients.auth().timeout().toMillis());
        channel.pipeline().addLast(ssl);
        clients.addTo(channel);
    }
}
