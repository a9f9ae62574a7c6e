package io.pinhole.protocol.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On the loopback of Linux; elsewhere there is nothing to ask. */
final class KernelBacklogIT {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private EventLoopGroup loops;
    private Channel server;
    private Channel client;

    @BeforeEach
    void connect() throws InterruptedException {
        assumeTrue(Epoll.isAvailable(), "no native transport");
        loops = new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
        server = new ServerBootstrap()
                .group(loops)
                .channel(EpollServerSocketChannel.class)
                .childHandler(silent())
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .sync()
                .channel();
        client = new Bootstrap()
                .group(loops)
                .channel(EpollSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(silent())
                .connect(server.localAddress())
                .sync()
                .channel();
    }

    @AfterEach
    void close() throws InterruptedException {
        if (loops != null) {
            loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).sync();
        }
    }

    @Test
    void bytes_beyond_the_congestion_window_are_held_until_some_are_acknowledged() throws InterruptedException {
        BooleanSupplier held = KernelBacklog.of(client);
        assertThat(held.getAsBoolean()).isFalse();

        long start = System.nanoTime();
        while (!held.getAsBoolean()) { // the peer takes its time to acknowledge so little
            assertThat(System.nanoTime() - start).isLessThan(PATIENCE_NANOS);
            client.writeAndFlush(Peer.data(1)).sync();
        }
        while (held.getAsBoolean()) {
            assertThat(System.nanoTime() - start).isLessThan(PATIENCE_NANOS);
            Thread.onSpinWait();
        }
    }

    @Test
    void a_closed_channel_holds_nothing() throws InterruptedException {
        BooleanSupplier held = KernelBacklog.of(client);
        client.close().sync();
        assertThat(held.getAsBoolean()).isFalse();
    }

    @Test
    void of_another_transport_nothing_is_known() {
        EmbeddedChannel embedded = new EmbeddedChannel();
        assertThat(KernelBacklog.of(embedded).getAsBoolean()).isFalse();
        embedded.finishAndReleaseAll();
    }

    private static ChannelHandler silent() {
        return new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {}
        };
    }
}
