package io.pinhole.relay.http;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.timeout.ReadTimeoutHandler;
import io.pinhole.relay.config.Address;
import io.pinhole.relay.net.Loops;
import io.pinhole.relay.net.Ports;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A port that answers HTTP, with or without TLS. */
public final class HttpPort implements AutoCloseable {

    private static final int MAX_REQUEST_BYTES = 16 * 1024;
    private static final int IDLE_SECONDS = 60;

    private final Channel channel;

    private HttpPort(Channel channel) {
        this.channel = channel;
    }

    /** Binds, or throws a {@link io.pinhole.relay.config.ConfigException} that names the address. */
    public static HttpPort bind(
            Address address, Optional<SslContext> tls, Loops loops, Map<String, Supplier<Answer>> pages) {
        Router router = new Router(pages);
        ServerBootstrap bootstrap = new ServerBootstrap()
                .group(loops.acceptor(), loops.workers())
                .channel(loops.serverChannel())
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel child) {
                        tls.ifPresent(context -> child.pipeline().addLast(context.newHandler(child.alloc())));
                        child.pipeline().addLast(new ReadTimeoutHandler(IDLE_SECONDS));
                        child.pipeline().addLast(new HttpServerCodec());
                        child.pipeline().addLast(new HttpObjectAggregator(MAX_REQUEST_BYTES));
                        child.pipeline().addLast(router);
                    }
                });
        return new HttpPort(Ports.bind(bootstrap, address));
    }

    /** Where it listens, with the port that was given if 0 was asked for. */
    public Address address() {
        InetSocketAddress bound = (InetSocketAddress) channel.localAddress();
        return new Address(bound.getAddress().getHostAddress(), bound.getPort());
    }

    @Override
    public void close() {
        channel.close().syncUninterruptibly();
    }
}
