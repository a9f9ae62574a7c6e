package io.pinhole.loadtest.poor.plain;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.util.FingerprintTrustManagerFactory;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.pinhole.loadtest.join.Clock;
import io.pinhole.loadtest.join.Event;
import io.pinhole.loadtest.join.EventFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/**
 * One person at a plain relay, until it is interrupted: says and writes at fixed times, and shares what standard input
 * tells. Understands as much of the options, lines and events of {@code join} as a measurement needs.
 */
@Command(name = "plain-participant")
public final class PlainParticipant implements Callable<Integer> {

    @Option(names = "--host", required = true)
    private String host;

    @Option(names = "--port", required = true)
    private int port;

    @Option(names = "--trust", required = true)
    private String fingerprint;

    @Option(names = "--events", required = true)
    private Path events;

    @Option(names = "--start-at", required = true)
    private long zero;

    @Option(names = "--voice")
    private @Nullable String voice;

    @Option(names = "--note-every")
    private int noteMillis;

    @Option(names = "--note-bytes")
    private int noteBytes;

    public static void main(String[] arguments) {
        System.setProperty("logback.configurationFile", "logback-client.xml");
        System.exit(new CommandLine(new PlainParticipant()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        EventFile file = EventFile.open(events, new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        Runtime.getRuntime().addShutdownHook(new Thread(file::close, "last events"));
        EventLoopGroup group =
                new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("plain", true), NioIoHandler.newFactory());
        Channel channel = new Bootstrap()
                .group(group)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(new Wiring(tls(), () -> new Ear(file)))
                .connect(host, port)
                .sync()
                .channel();
        channel.pipeline().get(SslHandler.class).handshakeFuture().sync();
        file.add(Event.of("joined"));
        begin(new Mouth(channel, new Clock(zero), file));
        channel.closeFuture().sync();
        return ExitCode.OK;
    }

    private void begin(Mouth mouth) {
        if (voice != null) {
            String[] bytesAndMillis = voice.split(":", -1);
            start("voice", () -> mouth.talk(Integer.parseInt(bytesAndMillis[0]), Integer.parseInt(bytesAndMillis[1])));
        }
        if (noteMillis > 0) {
            start("notes", () -> mouth.takeNotes(noteBytes, noteMillis));
        }
        start("photos", () -> mouth.share(System.in));
    }

    /** What somebody does until the end. */
    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static void start(String name, Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException | InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }

    private SslContext tls() throws SSLException {
        return SslContextBuilder.forClient()
                .protocols("TLSv1.3")
                .trustManager(FingerprintTrustManagerFactory.builder("SHA-256")
                        .fingerprints(fingerprint)
                        .build())
                .endpointIdentificationAlgorithm(null)
                .build();
    }
}
