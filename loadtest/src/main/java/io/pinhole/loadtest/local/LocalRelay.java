package io.pinhole.loadtest.local;

import io.pinhole.relay.auth.ApiGrant;
import io.pinhole.relay.auth.Grant;
import io.pinhole.relay.auth.SigningKeys;
import io.pinhole.relay.auth.TokenIssuer;
import io.pinhole.relay.config.DataFolder;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A relay in a program of its own, on free ports, with the data folder that it is given. */
public final class LocalRelay implements AutoCloseable {

    /** The relay as everybody runs it. */
    public static final String MAIN = io.pinhole.relay.Main.class.getName();

    private static final String LOOPBACK = "127.0.0.1";
    private static final String DEPLOYMENT = "pinhole";
    private static final Duration TOKEN_LIFETIME = Duration.ofHours(1);
    private static final long START_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final Pattern PRINTED = Pattern.compile(
            "clients +(?<link>tls://\\S+)\\R.*websocket +(?<web>wss?://\\S+)\\R.*operations +(?<metrics>http://\\S+?/metrics).*fingerprint +(?<print>\\p{XDigit}{64})\\R",
            Pattern.DOTALL);

    private final Program program;
    private final TokenIssuer tokens;
    private final String address;
    private final InetSocketAddress link;
    private final String webSocket;
    private final URI metrics;
    private final String fingerprint;

    private LocalRelay(Program program, TokenIssuer tokens, Matcher printed) {
        this.program = program;
        this.tokens = tokens;
        this.address = printed.group("link");
        URI clients = URI.create(address);
        this.link = new InetSocketAddress(clients.getHost(), clients.getPort());
        this.webSocket = printed.group("web");
        this.metrics = URI.create(printed.group("metrics"));
        this.fingerprint = printed.group("print");
    }

    /**
     * Starts a relay as everybody runs it, and waits until it listens.
     *
     * @param folder for its data, which is made, and its log
     * @param settings each as KEY=VALUE
     */
    public static LocalRelay start(Path folder, List<String> settings) throws IOException, InterruptedException {
        List<String> arguments = arguments(LOOPBACK, folder);
        settings.forEach(setting -> arguments.addAll(List.of("--set", setting)));
        return listening(JavaProcess.start(MAIN, arguments, log(folder)), folder);
    }

    /**
     * Starts a relay, and waits until it listens.
     *
     * @param launcher of a program that knows the command serve
     * @param folder for its data, which is made, and its log
     */
    public static LocalRelay start(Launcher launcher, Path folder) throws IOException, InterruptedException {
        return start(launcher, LOOPBACK, folder);
    }

    /**
     * Starts a relay on another address than the loopback, and waits until it listens.
     *
     * @param launcher of a program that knows the command serve, and has that address
     */
    public static LocalRelay start(Launcher launcher, String host, Path folder)
            throws IOException, InterruptedException {
        return listening(launcher.start(arguments(host, folder), log(folder)), folder);
    }

    private static List<String> arguments(String host, Path folder) {
        List<String> arguments =
                new ArrayList<>(List.of("serve", "--data", data(folder).toString()));
        for (String port : List.of("--listen", "--http", "--ops")) {
            arguments.addAll(List.of(port, host + ":0"));
        }
        return arguments;
    }

    private static Path data(Path folder) {
        return folder.resolve("data");
    }

    private static Path log(Path folder) {
        return folder.resolve("relay.log");
    }

    private static LocalRelay listening(Program program, Path folder) throws IOException, InterruptedException {
        try {
            Matcher printed = awaitPrinted(program);
            SigningKeys keys = SigningKeys.load(new DataFolder(data(folder)));
            return new LocalRelay(program, new TokenIssuer(keys, DEPLOYMENT, InstantSource.system()), printed);
        } catch (IOException | InterruptedException | RuntimeException e) {
            program.close();
            throw e;
        }
    }

    private static Matcher awaitPrinted(Program program) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + START_NANOS;
        while (System.nanoTime() - deadline < 0) {
            Optional<Integer> ended = program.await(20, TimeUnit.MILLISECONDS);
            String text = Files.readString(program.log());
            Matcher printed = PRINTED.matcher(text);
            if (printed.find()) {
                return printed;
            }
            if (ended.isPresent()) {
                throw new IOException("the relay ended at once: " + text.strip());
            }
        }
        throw new IOException("the relay does not start; see " + program.log());
    }

    /** Where clients connect, as {@code tls://HOST:PORT}. */
    public String address() {
        return address;
    }

    public InetSocketAddress link() {
        return link;
    }

    /** Where clients connect by WebSocket, as {@code wss://HOST:PORT/PATH}. */
    public String webSocket() {
        return webSocket;
    }

    /** Where HTTP and WebSocket come in. */
    public InetSocketAddress web() {
        URI address = URI.create(webSocket);
        return new InetSocketAddress(address.getHost(), address.getPort());
    }

    /** Where the HTTP API is. */
    public URI api() {
        return URI.create(webSocket.replaceFirst("^ws", "http")).resolve("/api/");
    }

    public URI metrics() {
        return metrics;
    }

    /** SHA-256 of its certificate, in hexadecimal. */
    public String fingerprint() {
        return fingerprint;
    }

    /** A token with which this relay lets somebody in. */
    public String token(Grant grant) {
        return tokens.issue(grant, TOKEN_LIFETIME);
    }

    /** A token for its HTTP API. */
    public String token(ApiGrant grant) {
        return tokens.issue(grant, TOKEN_LIFETIME);
    }

    @Override
    public void close() {
        program.close();
    }
}
