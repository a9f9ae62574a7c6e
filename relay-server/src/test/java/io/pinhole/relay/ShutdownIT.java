package io.pinhole.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.ClientKind;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Mode;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.Refusal;
import io.pinhole.protocol.frame.Role;
import io.pinhole.protocol.frame.SetMode;
import io.pinhole.protocol.frame.Welcome;
import io.pinhole.relay.auth.Grant;
import io.pinhole.relay.fixture.RawClient;
import io.pinhole.relay.fixture.RelayProcess;
import io.pinhole.relay.fixture.Sharing;
import io.pinhole.relay.fixture.TestClient;
import io.pinhole.relay.fixture.TestPhoto;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How the relay's process ends when it is asked to, and when it has to. */
@Timeout(120)
class ShutdownIT {

    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;
    private static final int STORE_FAILED = 3;
    private static final int TERMINATED = 128 + 15;

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Grant OPERATOR = new Grant(
            new CallId("c"),
            new PersonId("operator"),
            "Operator",
            Role.FIELD_OPERATOR,
            ClientKind.MOBILE,
            Optional.empty());

    @TempDir
    Path folder;

    @Test
    void askedToEndItTellsClientsWhenToComeBackAndLeavesACleanStore() throws Exception {
        Welcome welcome;
        try (RelayProcess relay = RelayProcess.start(folder, 0)) {
            TestClient operator = TestClient.connect(relay.address());
            welcome = operator.join(relay.token(OPERATOR));
            operator.done(n -> new SetMode(n, Mode.PHOTO));

            relay.terminate();

            Refusal end = operator.ended();
            assertThat(end.code()).contains(Code.SHUTTING_DOWN);
            assertThat(end.retryAfterMillis()).isBetween(Farewell.FIRST_MILLIS, 2 * Farewell.FIRST_MILLIS);
            assertThat(relay.exitCode()).isZero();
        }
        try (RelayProcess relay = RelayProcess.start(folder, 0)) {
            assertThat(TestClient.connect(relay.address()).resume(welcome).mode())
                    .isEqualTo(Mode.PHOTO);
            assertThat(errors()).doesNotContain("not closed cleanly");
        }
    }

    @Test
    void whileItWaitsForClientsItIsAliveAndNotReadyAndEndsAtOnceWhenAskedAgain() throws Exception {
        try (RelayProcess relay = RelayProcess.start(folder, 0);
                RawClient silent = RawClient.connect(relay.address())) { // nothing tells it to hang up
            assertThat(status(relay, "/readyz")).isEqualTo(OK);

            relay.terminate();
            await().until(() -> status(relay, "/readyz") == UNAVAILABLE);
            assertThat(status(relay, "/livez")).isEqualTo(OK);

            relay.terminate();
            assertThat(relay.exitCode()).isEqualTo(TERMINATED);
            silent.awaitEnd();
        }
    }

    @Test
    void afterAWriteErrorItEndsWithACodeOfItsOwn() throws Exception {
        try (RelayProcess relay = RelayProcess.start(folder, 0)) {
            TestClient operator = TestClient.connect(relay.address());
            operator.join(relay.token(OPERATOR));
            operator.done(n -> new SetMode(n, Mode.PHOTO));

            failWritesBeyond(0, relay);
            Sharing.upTo(operator, TestPhoto.large(), 80_000);

            assertThat(operator.endedBy()).isEqualTo(Code.SHUTTING_DOWN);
            assertThat(relay.exitCode()).isEqualTo(STORE_FAILED);
        }
    }

    /** To the system a limit like that is an error of the write, not a full disk. */
    private static void failWritesBeyond(long bytes, RelayProcess relay) throws Exception {
        Process limit = new ProcessBuilder("prlimit", "--pid", Long.toString(relay.pid()), "--fsize=" + bytes)
                .inheritIO()
                .start();
        assertThat(limit.waitFor()).isZero();
    }

    private static int status(RelayProcess relay, String path) throws Exception {
        URI page = relay.operations().resolve(path);
        return HTTP.send(HttpRequest.newBuilder(page).build(), BodyHandlers.discarding())
                .statusCode();
    }

    private String errors() throws Exception {
        return Files.readString(folder.resolve("errors.log"));
    }
}
