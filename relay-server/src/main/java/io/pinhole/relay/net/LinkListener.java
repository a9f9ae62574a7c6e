package io.pinhole.relay.net;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.group.ChannelGroup;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.pinhole.protocol.link.Transport;
import io.pinhole.relay.auth.ServerCertificate;
import io.pinhole.relay.call.Doorman;
import io.pinhole.relay.config.Address;
import io.pinhole.relay.config.RelayConfig;
import io.pinhole.relay.metrics.Meters;
import java.net.InetSocketAddress;
import javax.net.ssl.SSLException;

/** The TLS port that clients connect to. */
public final class LinkListener implements AutoCloseable {

    private static final long DRAIN_MILLIS = 4000;

    private final Channel channel;
    private final ChannelGroup connections;

    private LinkListener(Channel channel, ChannelGroup connections) {
        this.channel = channel;
        this.connections = connections;
    }

    /** Binds, or throws what kept it from binding. */
    public static LinkListener bind(
            RelayConfig config, ServerCertificate certificate, Doorman doorman, Meters meters, Loops loops)
            throws SSLException {
        RelayPipeline pipeline =
                new RelayPipeline(linkTls(certificate), config.auth(), config.connection(), doorman, meters);
        ServerBootstrap bootstrap = new ServerBootstrap()
                .group(loops.acceptor(), loops.workers())
                .channel(loops.serverChannel())
                .option(ChannelOption.SO_BACKLOG, 1024)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(
                        ChannelOption.WRITE_BUFFER_WATER_MARK,
                        new WriteBufferWaterMark(Transport.LOW_WATER_BYTES, Transport.HIGH_WATER_BYTES))
                .childHandler(pipeline);
        return new LinkListener(Ports.bind(bootstrap, config.listen().link()), pipeline.connections());
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

    /** Waits a little for clients that were told to go to hang up. */
    public void drain() {
        connections.newCloseFuture().awaitUninterruptibly(DRAIN_MILLIS);
    }

    private static SslContext linkTls(ServerCertificate certificate) throws SSLException {
        return SslContextBuilder.forServer(
                        certificate.privateKey(),
                        certificate.chain().toArray(new java.security.cert.X509Certificate[0]))
                .sslProvider(SslProvider.isAlpnSupported(SslProvider.OPENSSL) ? SslProvider.OPENSSL : SslProvider.JDK)
                .protocols("TLSv1.3")
                .applicationProtocolConfig(new ApplicationProtocolConfig(
                        Protocol.ALPN,
                        SelectorFailureBehavior.NO_ADVERTISE,
                        SelectedListenerFailureBehavior.ACCEPT,
                        Transport.ALPN))
                .build();
    }
}
