package io.pinhole.loadtest.local;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A line to a relay on this machine that is as poor as one wants: carries TCP connections at a bounded rate and with a
 * delay, and can be held or cut. Any thread; its state belongs to its one loop.
 */
public final class LocalLine implements AutoCloseable {

    /** What Ethernet lets a TCP packet carry. */
    private static final int PACKET_BYTES = 1460;

    private static final int PATIENCE_SECONDS = 5;

    private final InetSocketAddress relay;
    private final EventLoopGroup group =
            new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("line", true), NioIoHandler.newFactory());
    private final EventLoop loop = group.next();
    private final Set<OneWayHandler> up = new HashSet<>();
    private final Set<OneWayHandler> down = new HashSet<>();
    private final Channel door;
    private LineQuality quality;
    private boolean isCut;
    private Carried before = new Carried(0, 0);

    /**
     * What went over the line so far, with the headers of TCP and IP.
     *
     * @param up towards the relay
     */
    public record Carried(long up, long down) {

        public Carried since(Carried earlier) {
            return new Carried(up - earlier.up, down - earlier.down);
        }
    }

    private LocalLine(InetSocketAddress relay, LineQuality quality) throws InterruptedException {
        this.relay = relay;
        this.quality = quality;
        this.door = new ServerBootstrap()
                .group(group)
                .channel(NioServerSocketChannel.class)
                .childOption(ChannelOption.AUTO_READ, false)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(PACKET_BYTES))
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel client) {
                        accept(client);
                    }
                })
                .bind(InetAddress.getLoopbackAddress(), 0)
                .sync()
                .channel();
    }

    /** Begins to listen on a free port of the loopback. */
    public static LocalLine to(InetSocketAddress relay, LineQuality quality) throws InterruptedException {
        return new LocalLine(relay, quality);
    }

    /** Where to connect instead of to the relay. */
    public InetSocketAddress address() {
        return (InetSocketAddress) door.localAddress();
    }

    /** For what is not on the line yet. */
    public void become(LineQuality other) throws InterruptedException {
        on(() -> {
            quality = other;
            ways().forEach(way -> way.become(other));
            return other;
        });
    }

    /**
     * The connections of this moment stand still.
     *
     * @param others what the line is for those that come from now on
     */
    public void hold(LineQuality others) throws InterruptedException {
        on(() -> {
            quality = others;
            ways().forEach(OneWayHandler::hold);
            return others;
        });
    }

    public void letGo() throws InterruptedException {
        loop.submit(() -> ways().forEach(OneWayHandler::letGo)).sync();
    }

    /** Ends the connections with all that is on the way, and lets no others in. */
    public void cut() throws InterruptedException {
        loop.submit(this::cutNow).sync();
    }

    private void cutNow() {
        isCut = true;
        ways().forEach(OneWayHandler::cut);
    }

    public void mend() throws InterruptedException {
        on(() -> isCut = false);
    }

    /** With those whose end has not arrived. */
    public int connections() throws InterruptedException {
        return on(up::size);
    }

    public Carried carried() throws InterruptedException {
        return on(() -> new Carried(before.up + carried(up), before.down + carried(down)));
    }

    private static long carried(Set<OneWayHandler> ways) {
        return ways.stream().mapToLong(OneWayHandler::carried).sum();
    }

    private void accept(Channel client) {
        if (isCut) {
            client.close();
            return;
        }
        new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.AUTO_READ, false)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(PACKET_BYTES))
                .handler(new ChannelInboundHandlerAdapter())
                .connect(relay)
                .addListener((ChannelFuture connecting) -> join(client, connecting));
    }

    private void join(Channel client, ChannelFuture connecting) {
        Channel server = connecting.channel();
        if (isCut || !connecting.isSuccess()) {
            client.close();
            server.close();
            return;
        }
        OneWayHandler there = new OneWayHandler(client, server, quality, this::ended);
        OneWayHandler back = new OneWayHandler(server, client, quality, this::ended);
        up.add(there);
        down.add(back);
        there.begin();
        back.begin();
    }

    private void ended(OneWayHandler way) {
        if (up.remove(way)) {
            before = new Carried(before.up + way.carried(), before.down);
        } else if (down.remove(way)) {
            before = new Carried(before.up, before.down + way.carried());
        }
    }

    private List<OneWayHandler> ways() {
        return Stream.concat(up.stream(), down.stream()).toList();
    }

    private <T> T on(Callable<T> task) throws InterruptedException {
        return loop.submit(task).sync().getNow();
    }

    @Override
    public void close() {
        loop.submit(this::cutNow).awaitUninterruptibly();
        group.shutdownGracefully(0, PATIENCE_SECONDS, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
