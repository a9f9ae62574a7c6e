package io.pinhole.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.ClientKind;
import io.pinhole.protocol.frame.Close;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Credential;
import io.pinhole.protocol.frame.End;
import io.pinhole.protocol.frame.Hello;
import io.pinhole.protocol.frame.Mode;
import io.pinhole.protocol.frame.Participant;
import io.pinhole.protocol.frame.Ping;
import io.pinhole.protocol.frame.Presence;
import io.pinhole.protocol.frame.Reply;
import io.pinhole.protocol.frame.Role;
import io.pinhole.protocol.frame.SetMode;
import io.pinhole.protocol.frame.Welcome;
import io.pinhole.protocol.link.WebSockets;
import io.pinhole.relay.config.Address;
import io.pinhole.relay.fixture.TestCall;
import io.pinhole.relay.fixture.TestClient;
import io.pinhole.relay.fixture.TestRelay;
import io.pinhole.relay.fixture.WebClient;
import java.nio.ByteBuffer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The WebSocket endpoint, as a client sees it that is none of ours. */
@Timeout(60)
class WebSocketIT {

    private static final int STATUS_TEXT = 1003;
    private static final int STATUS_TOO_LONG = 1009;

    @RegisterExtension
    static final TestRelay RELAY =
            TestRelay.with(Map.of("http-origins", "https://app.example, https://other.example:8443"));

    private final TestCall call = RELAY.call();

    @Test
    void aHelloIsWelcomed() {
        try (WebClient client = join("ada")) {
            client.send(new SetMode(1, Mode.PHOTO), new SetMode(2, Mode.VIDEO));
            client.await(Reply.class, reply -> reply.request() == 2);
        }
    }

    @Test
    void whatFollowsAHelloWaitsUntilItIsWelcome() {
        try (WebClient client = WebClient.connect(http())) {
            client.send(hello("ada"), new SetMode(1, Mode.PHOTO));
            client.send(new SetMode(2, Mode.VIDEO));
            client.await(Welcome.class, any -> true);
            client.await(Reply.class, reply -> reply.request() == 1);
            client.await(Reply.class, reply -> reply.request() == 2);
        }
    }

    @Test
    void aMessageMayComeInPieces() {
        try (WebClient client = WebClient.connect(http())) {
            ByteBuffer bytes = WebClient.bytes(hello("ada"));
            ByteBuffer half = bytes.duplicate().limit(10);
            client.socket().sendBinary(half, false).join();
            client.socket().sendPing(ByteBuffer.allocate(1)).join();
            client.socket().sendBinary(bytes.position(10), true).join();
            client.awaitPong();
            client.await(Welcome.class, any -> true);
        }
    }

    @Test
    void aFrameMayNotBeSplitOverMessages() {
        try (WebClient client = join("ada")) {
            ByteBuffer bytes = WebClient.bytes(new SetMode(1, Mode.PHOTO));
            client.socket().sendBinary(bytes.duplicate().limit(3), true).join();
            assertThat(client.await(Close.class, any -> true).reason().code()).contains(Code.MALFORMED);
        }
    }

    @Test
    void aTextIsRefused() {
        try (WebClient client = join("ada")) {
            client.socket().sendText("hello", true).join();
            assertThat(client.await(Close.class, any -> true).reason().code()).contains(Code.MALFORMED);
            assertThat(client.awaitStatus()).isEqualTo(STATUS_TEXT);
        }
    }

    @Test
    void aMessageBeyondTheLimitIsRefused() {
        try (WebClient client = join("ada")) {
            client.socket().sendBinary(ByteBuffer.allocate(WebSockets.MAX_MESSAGE_BYTES + 1), true);
            assertThat(client.await(Close.class, any -> true).reason().code()).contains(Code.FRAME_TOO_LONG);
            assertThat(client.awaitStatus()).isEqualTo(STATUS_TOO_LONG);
        }
    }

    @Test
    void aStrangerIsRefusedAsOnTcp() {
        try (WebClient client = WebClient.connect(http())) {
            client.send(new Ping(1));
            assertThat(client.await(Close.class, any -> true).reason().code()).contains(Code.UNAUTHENTICATED);
        }
    }

    @Test
    void whoSaysNothingIsSentAway() {
        try (TestRelay impatient = TestRelay.with(Map.of("auth.timeout", "20 s", "auth.timeout-after-tls", "1 s"))
                        .start();
                WebClient client = WebClient.connect(impatient.server().httpAddress())) {
            assertThat(client.await(Close.class, any -> true).reason().code()).contains(Code.AUTHENTICATION_TIMEOUT);
        }
    }

    @Test
    void strangersAreCountedAndAtMostSoMany() {
        Map<String, String> settings = Map.of("auth.max-unauthenticated-per-address", "1");
        try (TestRelay narrow = TestRelay.with(settings).start();
                WebClient first = WebClient.connect(narrow.server().httpAddress());
                WebClient second = WebClient.connect(narrow.server().httpAddress())) {
            assertThat(second.awaitStatus()).isEqualTo(1000);
            first.send(TestClient.hello(new Credential.Token(narrow.call().token("ada", Role.EXPERT, ClientKind.WEB))));
            first.await(Welcome.class, any -> true);
            try (WebClient third = WebClient.connect(narrow.server().httpAddress())) {
                third.send(new Ping(1));
                assertThat(third.await(Close.class, any -> true).reason().code())
                        .contains(Code.UNAUTHENTICATED);
            }
        }
    }

    @Test
    void aCloseWithoutAWordIsALostConnection() {
        TestClient other = call.expert("other");
        try (WebClient client = join("ada")) {
            client.socket().sendClose(1001, "").join();
            assertThat(client.awaitStatus()).isEqualTo(1001);
            other.await(Participant.class, p -> p.presence() == Presence.RECONNECTING);
        }
    }

    @Test
    void whoSaysThatHeLeavesIsGone() {
        TestClient other = call.expert("other");
        try (WebClient client = join("ada")) {
            client.send(Close.of(Code.LEFT, ""));
            assertThat(client.awaitStatus()).isEqualTo(1000);
            other.await(Participant.class, p -> p.presence() == Presence.GONE);
        }
    }

    @Test
    void theEndOfACallIsSaid() {
        try (WebClient client = join("ada")) {
            client.send(new End(1));
            assertThat(client.await(Close.class, any -> true).reason().code()).contains(Code.CALL_ENDED);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/call,      pinhole.1, 101",
        "/call?x=1,  pinhole.1, 101",
        "/,          pinhole.1, 200",
        "/calls,     pinhole.1, 404",
        "/call/,     pinhole.1, 404",
        "/%63all,    pinhole.1, 404",
        "/call,      pinhole.2, 400"
    })
    void onlyOnePathAndProtocolIsUpgraded(String path, String protocol, int status) {
        assertThat(WebClient.ask(WebClient.url(http(), path), protocol)).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "https://app.example,        101",
        "HTTPS://APP.example,        101",
        "https://other.example:8443, 101",
        "https://other.example,      403",
        "http://app.example,         403",
        "https://evil.example,       403",
        "https://app.example.evil,   403",
        "null,                       403"
    })
    void pagesOfOtherOriginsMayConnectIfTheyAreListed(String origin, int status) {
        assertThat(WebClient.ask(WebClient.url(http(), "/call"), WebSockets.PROTOCOL, "Origin", origin))
                .isEqualTo(status);
    }

    @Test
    void pagesOfTheRelayMayConnect() {
        assertThat(WebClient.ask(WebClient.url(http(), "/call"), WebSockets.PROTOCOL, "Origin", "https://" + http()))
                .isEqualTo(101);
        assertThat(WebClient.ask(WebClient.url(http(), "/call"), WebSockets.PROTOCOL, "Origin", "http://" + http()))
                .isEqualTo(403);
    }

    private WebClient join(String person) {
        WebClient client = WebClient.connect(http());
        client.send(hello(person));
        client.await(Welcome.class, any -> true);
        return client;
    }

    private Hello hello(String person) {
        return TestClient.hello(new Credential.Token(call.token(person, Role.EXPERT, ClientKind.WEB)));
    }

    private static Address http() {
        return RELAY.server().httpAddress();
    }
}
