package io.pinhole.relay.http;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.pinhole.relay.config.Address;
import io.pinhole.relay.net.Loops;
import io.pinhole.relay.net.Ports;
import java.net.InetSocketAddress;

/** A port that answers HTTP, with or without TLS. */
public final class HttpPort implements AutoCloseable {

    private final Channel channel;

    private HttpPort(Channel channel) {
        this.channel = channel;
    }

    /** Binds, or throws a {@link io.pinhole.relay.config.ConfigException} that names the address. */
    public static HttpPort bind(Address address, HttpPipeline pipeline, Loops loops) {
        ServerBootstrap bootstrap = new ServerBootstrap()
                .group(loops.acceptor(), loops.workers())
                .channel(loops.serverChannel())
                .option(ChannelOption.SO_BACKLOG, 1024)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(pipeline);
        return new HttpPort(Ports.bind(bootstrap, address));
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
}
