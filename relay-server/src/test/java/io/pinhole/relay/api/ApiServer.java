package io.pinhole.relay.api;

import io.netty.handler.ssl.SslContextBuilder;
import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.ClientKind;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.Right;
import io.pinhole.protocol.frame.Role;
import io.pinhole.relay.auth.ApiGrant;
import io.pinhole.relay.auth.Permissions;
import io.pinhole.relay.auth.ServerCertificate;
import io.pinhole.relay.auth.SigningKeys;
import io.pinhole.relay.auth.Standing;
import io.pinhole.relay.auth.TokenIssuer;
import io.pinhole.relay.auth.TokenVerifier;
import io.pinhole.relay.config.Address;
import io.pinhole.relay.config.DataFolder;
import io.pinhole.relay.config.TlsConfig;
import io.pinhole.relay.fixture.HttpTestClient;
import io.pinhole.relay.http.HttpPipeline;
import io.pinhole.relay.http.HttpPort;
import io.pinhole.relay.net.Admission;
import io.pinhole.relay.net.Loops;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The API on a port of its own with TLS, as the relay has it, on captures in memory. */
final class ApiServer implements AutoCloseable {

    static final String DEPLOYMENT = "pinhole";

    private final MemoryCaptures captures = new MemoryCaptures();
    private final ExecutorService writer = Executors.newSingleThreadExecutor();
    private final Admission admission = new Admission(100, 100);
    private final Loops loops = new Loops();
    private final DataFolder data;
    private final TokenIssuer tokens;
    private final HttpPort port;

    ApiServer(Path folder, Permissions permissions) throws IOException {
        data = new DataFolder(folder);
        SigningKeys keys = SigningKeys.load(data);
        tokens = new TokenIssuer(keys, DEPLOYMENT, Instant::now);
        TokenVerifier verifier = new TokenVerifier(keys, DEPLOYMENT, Duration.ofHours(24), Instant::now);
        ServerCertificate certificate =
                ServerCertificate.load(new TlsConfig(Optional.empty(), Optional.empty()), data, Instant.now());
        port = HttpPort.bind(
                new Address("127.0.0.1", 0),
                HttpPipeline.front(
                        admission,
                        Optional.of(SslContextBuilder.forServer(certificate.privateKey(), certificate.chain())
                                .build()),
                        Optional.empty(),
                        new CapturePages(captures, verifier, permissions, writer).routes()),
                loops);
    }

    MemoryCaptures captures() {
        return captures;
    }

    /** How many connections there are. */
    int connections() {
        return admission.unauthenticated();
    }

    DataFolder data() {
        return data;
    }

    Address address() {
        return port.address();
    }

    HttpTestClient client() {
        return new HttpTestClient(address());
    }

    /** For all calls, with all rights of an expert. */
    String token() {
        return token(Optional.empty(), Role.EXPERT, Optional.empty());
    }

    String token(CallId call) {
        return token(Optional.of(call), Role.EXPERT, Optional.empty());
    }

    String token(Role role, Right... rights) {
        return token(Optional.empty(), role, Optional.of(Set.of(rights)));
    }

    private String token(Optional<CallId> call, Role role, Optional<Set<Right>> rights) {
        ApiGrant grant = new ApiGrant(call, new PersonId("cms"), new Standing(role, ClientKind.WEB, rights));
        return tokens.issue(grant, Duration.ofHours(1));
    }

    @Override
    public void close() {
        port.close();
        loops.close();
        writer.shutdown();
        captures.close();
    }
}
