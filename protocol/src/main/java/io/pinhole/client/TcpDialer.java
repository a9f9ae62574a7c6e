package io.pinhole.client;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.pinhole.protocol.link.LinkMeter;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Connects by TCP and TLS, one channel after the other on the client's loop. */
final class TcpDialer implements Dialer {

    private static final int CONNECT_MILLIS = 10_000;

    /** Three round trips of two seconds on a line whose buffers are full, and the work of a slow phone. */
    private static final int HANDSHAKE_MILLIS = 15_000;

    private final ClientConfig config;
    private final SslContext tls;
    private final EventLoop loop;
    private final LinkMeter meter;

    TcpDialer(ClientConfig config, SslContext tls, EventLoop loop, LinkMeter meter) {
        this.config = config;
        this.tls = tls;
        this.loop = loop;
        this.meter = meter;
    }

    /** What there is of a connection, to be closed. */
    private static final class Hold {
        private @Nullable Channel channel;
        private boolean hungUp;

        private void hangUp() {
            hungUp = true;
            if (channel != null) {
                channel.config().setOption(ChannelOption.SO_LINGER, 0);
                channel.unsafe().closeForcibly();
            }
        }
    }

    /** Names are looked up elsewhere: that blocks. */
    @Override
    public Runnable dial(Attempt attempt) {
        Hold hold = new Hold();
        CompletableFuture.supplyAsync(() -> new InetSocketAddress(config.host(), config.port()))
                .thenAcceptAsync(
                        address -> {
                            if (address.isUnresolved()) {
                                attempt.failed(new UnknownHostException("no such host: " + config.host()));
                            } else if (!hold.hungUp) {
                                hold.channel = connect(address, attempt);
                            }
                        },
                        loop);
        return hold::hangUp;
    }

    private Channel connect(InetSocketAddress address, Attempt attempt) {
        ChannelFuture connected = new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        assemble(channel, attempt);
                    }
                })
                .connect(address);
        connected.addListener(done -> {
            if (!done.isSuccess()) {
                attempt.failed(done.cause());
            }
        });
        return connected.channel();
    }

    private void assemble(SocketChannel channel, Attempt attempt) {
        SslHandler handler = tls.newHandler(channel.alloc(), config.host(), config.port());
        handler.setHandshakeTimeoutMillis(HANDSHAKE_MILLIS);
        channel.pipeline().addLast(handler, new TlsWatch(attempt, meter));
    }
}
