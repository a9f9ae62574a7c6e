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
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/**
 * A line to a relay on this machine that is as poor as one wants: carries TCP connections, all together at a bounded
 * rate and with a delay, and can be held or cut. Any thread; its state belongs to its one loop.
 */
public final class LocalLine implements AutoCloseable {

    /** What Ethernet lets a TCP packet carry. */
    private static final int PACKET_BYTES = 1460;

    /** Little waits unseen where the line begins. */
    private static final int SOCKET_BYTES = 8 * 1024;

    private static final int PATIENCE_SECONDS = 5;

    private final EventLoopGroup group =
            new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("line", true), NioIoHandler.newFactory());
    private final EventLoop loop = group.next();
    private final Set<OneWayHandler> users = new HashSet<>();
    private final Deque<Lanes> lanes = new ArrayDeque<>();
    private final long seed;
    private final InetSocketAddress address;
    private boolean isCut;

    /**
     * Both ways of a line.
     *
     * @param seed of what is random
     */
    public record Ways(LineQuality up, LineQuality down, long seed) {}

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

    /** What connections share; those before a hold have lanes of their own. */
    private record Lanes(Lane up, Lane down) {}

    private LocalLine(InetSocketAddress relay, Ways ways) throws InterruptedException {
        this.seed = ways.seed;
        lanes.add(lanes(ways.up, ways.down));
        this.address = doorTo(relay);
    }

    private Lanes lanes(LineQuality up, LineQuality down) {
        return new Lanes(
                new Lane(loop, up, new SplittableRandom(seed)), new Lane(loop, down, new SplittableRandom(~seed)));
    }

    /** Begins to listen on a free port of the loopback. */
    public static LocalLine to(InetSocketAddress relay, LineQuality quality) throws InterruptedException {
        return to(relay, new Ways(quality, quality, 1));
    }

    /** As above, with ways that differ. */
    public static LocalLine to(InetSocketAddress relay, Ways ways) throws InterruptedException {
        return new LocalLine(relay, ways);
    }

    /** Where to connect instead of to the relay. */
    public InetSocketAddress address() {
        return address;
    }

    /** Where to connect, by the same line, instead of to that server. */
    public InetSocketAddress doorTo(InetSocketAddress server) throws InterruptedException {
        Channel door = new ServerBootstrap()
                .group(group)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_RCVBUF, SOCKET_BYTES)
                .childOption(ChannelOption.AUTO_READ, false)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(PACKET_BYTES))
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel client) {
                        accept(client, server);
                    }
                })
                .bind(InetAddress.getLoopbackAddress(), 0)
                .sync()
                .channel();
        return (InetSocketAddress) door.localAddress();
    }

    /** For what is not on the line yet. */
    public void become(LineQuality other) throws InterruptedException {
        become(other, other);
    }

    public void become(LineQuality otherUp, LineQuality otherDown) throws InterruptedException {
        on(() -> {
            lanes.forEach(both -> both.up.become(otherUp));
            lanes.forEach(both -> both.down.become(otherDown));
            return otherUp;
        });
    }

    /** Lets nothing more onto the line for that time; the connections stay. */
    public void pause(Duration time) throws InterruptedException {
        long until = System.nanoTime() + time.toNanos();
        on(() -> {
            lanes.forEach(both -> both.up.pause(until));
            lanes.forEach(both -> both.down.pause(until));
            return until;
        });
    }

    /**
     * The connections of this moment stand still.
     *
     * @param others what the line is for those that come from now on
     */
    public void hold(LineQuality others) throws InterruptedException {
        on(() -> {
            users.forEach(OneWayHandler::hold);
            lanes.add(lanes(others, others));
            return others;
        });
    }

    public void letGo() throws InterruptedException {
        loop.submit(() -> users.forEach(OneWayHandler::letGo)).sync();
    }

    /** With those whose end has not arrived. */
    public int connections() throws InterruptedException {
        return on(() -> lanes.stream().mapToInt(both -> both.up.users()).sum());
    }

    /** Ends the connections with all that is on the way, and lets no others in. */
    public void cut() throws InterruptedException {
        loop.submit(this::cutNow).sync();
    }

    private void cutNow() {
        isCut = true;
        users.forEach(OneWayHandler::cut);
        users.clear();
        lanes.forEach(both -> both.up.clear());
        lanes.forEach(both -> both.down.clear());
    }

    public void mend() throws InterruptedException {
        on(() -> isCut = false);
    }

    public Carried carried() throws InterruptedException {
        return on(() -> new Carried(
                lanes.stream().mapToLong(both -> both.up.carried()).sum(),
                lanes.stream().mapToLong(both -> both.down.carried()).sum()));
    }

    private void accept(Channel client, InetSocketAddress server) {
        if (isCut) {
            client.close();
            return;
        }
        new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.SO_RCVBUF, SOCKET_BYTES)
                .option(ChannelOption.AUTO_READ, false)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(PACKET_BYTES))
                .handler(new ChannelInboundHandlerAdapter())
                .connect(server)
                .addListener((ChannelFuture connecting) -> join(client, connecting));
    }

    private void join(Channel client, ChannelFuture connecting) {
        Channel server = connecting.channel();
        if (isCut || !connecting.isSuccess()) {
            client.close();
            server.close();
            return;
        }
        begin(new OneWayHandler(client, server, lanes.getLast().up));
        begin(new OneWayHandler(server, client, lanes.getLast().down));
    }

    private void begin(OneWayHandler user) {
        users.removeIf(OneWayHandler::isOver);
        users.add(user);
        user.begin();
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
