package io.pinhole.relay.net;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.pinhole.protocol.link.Transport;
import io.pinhole.relay.auth.ServerCertificate;
import io.pinhole.relay.config.Address;
import java.net.InetSocketAddress;
import javax.net.ssl.SSLException;

/** The TLS port that clients connect to. */
public final class LinkListener implements AutoCloseable {

    private final Channel channel;

    private LinkListener(Channel channel) {
        this.channel = channel;
    }

    /** Binds, or throws what kept it from binding. */
    public static LinkListener bind(Address address, ServerCertificate certificate, ClientPipeline clients, Loops loops)
            throws SSLException {
        ServerBootstrap bootstrap = new ServerBootstrap()
                .group(loops.acceptor(), loops.workers())
                .channel(loops.serverChannel())
                .option(ChannelOption.SO_BACKLOG, 1024)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new RelayPipeline(linkTls(certificate), clients));
        return new LinkListener(Ports.bind(bootstrap, address));
    }

    /** Where it listens, with the port that was given if 0 was asked for. */
    public Address address() {
        InetSocketAddress bound = (InetSocketAddress) channel.localAddress();
        return new Address(bound.getAddress().getHostAddress(), bound.getPort());
    }

    /** Accepts nobody any more; connections go on. */
    @Override
    public void close() {
        channel.close().syncUninterruptibly();
    }

    private static SslContext linkTls(ServerCertificate certificate) throws SSLException {
        return SslContextBuilder.forServer(certificate.privateKey(), certificate.chain())
                .sslProvider(Transport.tls())
                .protocols("TLSv1.3")
                .applicationProtocolConfig(Transport.alpn(Transport.ALPN))
                .build();
    }
}
