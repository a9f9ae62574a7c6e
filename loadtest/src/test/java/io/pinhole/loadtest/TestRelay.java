package io.pinhole.loadtest;

import io.pinhole.client.CallListener;
import io.pinhole.client.ClientConfig;
import io.pinhole.client.PinholeClient;
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
import java.util.Map;
import java.util.Optional;

/** A real relay on loopback, which can be stopped and started again. */
public final class TestRelay implements AutoCloseable {

    private static final String ANY_PORT = "127.0.0.1:0";

    private final Path data;
    private RelayServer server;

    public TestRelay(Path data) throws IOException {
        this.data = data;
        server = start(ANY_PORT);
    }

    private RelayServer start(String listen) throws IOException {
        RelayConfig config = Settings.load(
                        Map.of(
                                "data", data.toString(),
                                "listen", listen,
                                "http", ANY_PORT,
                                "ops", ANY_PORT,
                                "call.default-mode", "photo"),
                        Map.of(),
                        Optional.empty())
                .relay();
        return RelayServer.start(config);
    }

    /** At the same port, with the same data. */
    public void restart() throws IOException {
        String listen = "127.0.0.1:" + port();
        server.close();
        server = start(listen);
    }

    public int port() {
        return server.linkAddress().port();
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
        ClientConfig config = ClientConfig.to("127.0.0.1", port())
                .token(token(person, role))
                .trust(Trust.fingerprint(fingerprint()))
                .build();
        PinholeClient client = PinholeClient.connect(config, listener);
        client.joined().join();
        return client;
    }

    @Override
    public void close() {
        server.close();
    }
}
