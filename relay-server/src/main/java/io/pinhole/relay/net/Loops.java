package io.pinhole.relay.net;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutor;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

/** The relay's event loops: epoll where it exists, NIO elsewhere. They tell whether they still turn. */
public final class Loops implements AutoCloseable {

    private static final long BEAT_MILLIS = 1000;
    private static final long QUIET_MILLIS = 100;
    private static final long TIMEOUT_MILLIS = 5000;

    private final EventLoopGroup acceptor;
    private final EventLoopGroup workers;
    private final Map<EventExecutor, Long> beats = new ConcurrentHashMap<>();

    public Loops() {
        IoHandlerFactory io = Epoll.isAvailable() ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
        acceptor = new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("acceptor"), io);
        workers = new MultiThreadIoEventLoopGroup(
                Runtime.getRuntime().availableProcessors(), new DefaultThreadFactory("loop"), io);
        for (EventExecutor loop : workers) {
            beat(loop);
            loop.scheduleAtFixedRate(() -> beat(loop), BEAT_MILLIS, BEAT_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    public EventLoopGroup acceptor() {
        return acceptor;
    }

    public EventLoopGroup workers() {
        return workers;
    }

    public Class<? extends ServerChannel> serverChannel() {
        return Epoll.isAvailable() ? EpollServerSocketChannel.class : NioServerSocketChannel.class;
    }

    /** The loop whose turn it is to own something. */
    public EventLoop next() {
        return workers.next();
    }

    /** How long the slowest loop has not turned. */
    public long stalledNanos() {
        long now = System.nanoTime();
        return beats.values().stream().mapToLong(at -> now - at).max().orElse(0);
    }

    public List<EventExecutor> all() {
        return StreamSupport.stream(workers.spliterator(), false).toList();
    }

    @Override
    public void close() {
        workers.shutdownGracefully(QUIET_MILLIS, TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
        acceptor.shutdownGracefully(QUIET_MILLIS, TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
        workers.terminationFuture().syncUninterruptibly();
        acceptor.terminationFuture().syncUninterruptibly();
    }

    private void beat(EventExecutor loop) {
        beats.put(loop, System.nanoTime());
    }
}
