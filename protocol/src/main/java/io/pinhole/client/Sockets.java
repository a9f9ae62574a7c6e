package io.pinhole.client;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Opens sockets to the relay, one after the other on the client's loop. */
final class Sockets {

    private static final int CONNECT_MILLIS = 10_000;

    /** Three round trips of two seconds on a line whose buffers are full, and the work of a slow phone. */
    private static final int HANDSHAKE_MILLIS = 15_000;

    private final ClientConfig config;
    private final EventLoop loop;
    private @Nullable InetSocketAddress answeredAt;

    Sockets(ClientConfig config, EventLoop loop) {
        this.config = config;
        this.loop = loop;
    }

    /** What there is of a connection, to be closed. */
    private static final class Hold {
        private @Nullable Channel channel;
        private boolean hungUp;

        private void hangUp() {
            hungUp = true;
            if (channel != null) {
                channel.config().setOption(ChannelOption.SO_LINGER, 0);
                channel.unsafe().close(channel.unsafe().voidPromise()); // past TLS, which would say good-bye
            }
        }
    }

    /**
     * Names are looked up elsewhere: that blocks.
     *
     * @param assemble puts into the channel's pipeline what its transport needs
     * @return closes the connection, or what there is of it, without a word
     */
    Runnable open(Dialer.Attempt attempt, Consumer<SocketChannel> assemble) {
        Hold hold = new Hold();
        CompletableFuture.supplyAsync(() -> new InetSocketAddress(config.host(), config.port()))
                .thenAcceptAsync(
                        address -> {
                            if (address.isUnresolved()) {
                                attempt.failed(new UnknownHostException("no such host: " + config.host()));
                            } else if (!hold.hungUp) {
                                hold.channel = connect(address, attempt, assemble);
                            }
                        },
                        loop);
        return hold::hangUp;
    }

    /** As above, to the address that answered last, if any did. */
    Runnable openAgain(Dialer.Attempt attempt, Consumer<SocketChannel> assemble) {
        InetSocketAddress address = answeredAt;
        if (address == null) {
            return open(attempt, assemble);
        }
        Hold hold = new Hold();
        hold.channel = connect(address, attempt, assemble);
        return hold::hangUp;
    }

    private Channel connect(InetSocketAddress address, Dialer.Attempt attempt, Consumer<SocketChannel> assemble) {
        ChannelFuture connected = new Bootstrap()
                .group(loop)
                .channel(Loop.channelFor(loop))
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        assemble.accept(channel);
                    }
                })
                .connect(address);
        connected.addListener(done -> {
            if (done.isSuccess()) {
                answeredAt = address;
                attempt.answered();
            } else {
                attempt.failed(done.cause());
            }
        });
        return connected.channel();
    }

    SslHandler tls(SslContext context, SocketChannel channel) {
        SslHandler handler = context.newHandler(channel.alloc(), config.host(), config.port());
        handler.setHandshakeTimeoutMillis(HANDSHAKE_MILLIS);
        return handler;
    }
}
