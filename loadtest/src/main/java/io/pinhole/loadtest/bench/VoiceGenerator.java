package io.pinhole.loadtest.bench;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.pinhole.loadtest.local.LocalRelay;
import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.ClientKind;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.Role;
import io.pinhole.relay.auth.Grant;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** All people of all calls on one thread, without a client library between them and the measurement. */
final class VoiceGenerator implements AutoCloseable {

    private static final int JOIN_AT_ONCE = 20;
    private static final long JOIN_SECONDS = 30;
    private static final long LEAD_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long SETTLE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final VoiceLoad load;
    private final LocalRelay relay;
    private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(
            1,
            new DefaultThreadFactory("generator", true),
            Epoll.isAvailable() ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
    private final EventLoop loop = group.next();
    private final Stopwatch stopwatch = new Stopwatch();
    private final List<Person> people = new ArrayList<>();

    VoiceGenerator(VoiceLoad load, LocalRelay relay) {
        this.load = load;
        this.relay = relay;
    }

    /** Lets everybody join; throws if somebody cannot. */
    void join() throws IOException, InterruptedException {
        SslContext tls = GeneratorTls.trusting(relay.fingerprint());
        List<CompletableFuture<Person>> joining = new ArrayList<>();
        for (int number = 0; number < load.people(); number++) {
            Person person = new Person(number, relay.token(grant(number)), stopwatch);
            people.add(person);
            connect(person, tls);
            joining.add(person.joined());
            if (joining.size() == JOIN_AT_ONCE) {
                await(joining);
            }
        }
        await(joining);
    }

    /** Lets everybody speak, and waits for what is still on its way. */
    VoiceFigures run() throws IOException, InterruptedException {
        CpuTime cpu = CpuTime.now();
        Pacer pacer = new Pacer(loop, load, people, System.nanoTime() + LEAD_NANOS);
        await(pacer.start(), load.seconds() + JOIN_SECONDS);
        long deadline = System.nanoTime() + SETTLE_NANOS;
        VoiceFigures figures = figures(cpu);
        while (figures.lost() > 0 && System.nanoTime() - deadline < 0) {
            TimeUnit.MILLISECONDS.sleep(20);
            figures = figures(cpu);
        }
        return figures;
    }

    private VoiceFigures figures(CpuTime begin) throws IOException, InterruptedException {
        CompletableFuture<VoiceFigures> figures =
                CompletableFuture.supplyAsync(() -> VoiceFigures.of(load, people, stopwatch, begin.seconds()), loop);
        return await(figures, JOIN_SECONDS);
    }

    private void connect(Person person, SslContext tls) {
        new Bootstrap()
                .group(loop)
                .channel(Epoll.isAvailable() ? EpollSocketChannel.class : NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline().addLast(tls.newHandler(channel.alloc()));
                        person.addTo(channel.pipeline());
                    }
                })
                .connect(relay.link())
                .addListener(connected -> {
                    if (!connected.isSuccess()) {
                        person.joined().completeExceptionally(connected.cause());
                    }
                });
    }

    private static Grant grant(int number) {
        return new Grant(
                new CallId("bench-" + number / 2),
                new PersonId("person-" + number),
                "Person " + number,
                number % 2 == 0 ? Role.FIELD_OPERATOR : Role.EXPERT,
                number % 2 == 0 ? ClientKind.MOBILE : ClientKind.DESKTOP,
                Optional.empty());
    }

    private static void await(List<CompletableFuture<Person>> joining) throws IOException, InterruptedException {
        await(CompletableFuture.allOf(joining.toArray(CompletableFuture[]::new)), JOIN_SECONDS);
        joining.clear();
    }

    private static <T> T await(CompletableFuture<T> future, long seconds) throws IOException, InterruptedException {
        try {
            return future.get(seconds, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IOException("the generator failed: " + e.getMessage(), e);
        } catch (TimeoutException e) {
            throw new IOException("the generator does not get on within " + seconds + " s", e);
        }
    }

    @Override
    public void close() {
        group.shutdownGracefully(0, 2, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
