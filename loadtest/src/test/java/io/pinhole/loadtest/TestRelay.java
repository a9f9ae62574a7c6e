package io.pinhole.loadtest;

import io.pinhole.client.CallListener;
import io.pinhole.client.ClientConfig;
import io.pinhole.client.PinholeClient;
import io.pinhole.client.Transport;
import io.pinhole.client.Trust;
import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.ClientKind;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.Role;
import io.pinhole.relay.RelayServer;
import io.pinhole.relay.auth.Grant;
import io.pinhole.relay.config.RelayConfig;
import io.pinhole.relay.config.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A real relay on loopback, which can be stopped and started again. */
public final class TestRelay implements AutoCloseable {

    private static final String ANY_PORT = "127.0.0.1:0";

    private final Path data;
    private final Map<String, String> own;
    private final int port;
    private RelayServer server;

    public TestRelay(Path data) throws IOException {
        this(data, Map.of());
    }

    public TestRelay(Path data, Map<String, String> own) throws IOException {
        this.data = data;
        this.own = own;
        server = start(ANY_PORT);
        port = server.linkAddress().port();
    }

    private RelayServer start(String listen) throws IOException {
        Map<String, String> settings = new HashMap<>(Map.of(
                "data", data.toString(),
                "listen", listen,
                "http", ANY_PORT,
                "ops", ANY_PORT,
                "call.default-mode", "photo"));
        settings.putAll(own);
        RelayConfig config = Settings.load(settings, Map.of(), Optional.empty()).relay();
        return RelayServer.start(config);
    }

    /** At the same port, with the same data. */
    public void restart() throws IOException {
        close();
        reopen();
    }

    /** After it was closed. */
    public void reopen() throws IOException {
        server = start("127.0.0.1:" + port);
    }

    public int port() {
        return port;
    }

    public int httpPort() {
        return server.httpAddress().port();
    }

    public String fingerprint() {
        return server.fingerprint();
    }

    public String token(String person, Role role) {
        ClientKind kind = role == Role.FIELD_OPERATOR ? ClientKind.MOBILE : ClientKind.DESKTOP;
        Grant grant = new Grant(new CallId("test"), new PersonId(person), person, role, kind, Optional.empty());
        return server.tokens().issue(grant, Duration.ofMinutes(5));
    }

    public PinholeClient join(String person, Role role, CallListener listener) {
        return join(Transport.tcp(), person, role, listener);
    }

    public PinholeClient join(Transport transport, String person, Role role, CallListener listener) {
        return join(reach(transport).token(token(person, role)), listener);
    }

    public static PinholeClient join(ClientConfig.Builder config, CallListener listener) {
        PinholeClient client = PinholeClient.connect(config.build(), listener);
        client.joined().join();
        return client;
    }

    /** As nobody yet. */
    public ClientConfig.Builder reach(Transport transport) {
        return ClientConfig.to("127.0.0.1", transport.equals(Transport.tcp()) ? port() : httpPort())
                .transport(transport)
                .trust(Trust.fingerprint(fingerprint()));
    }

    @Override
    public void close() {
        server.close();
    }
}
