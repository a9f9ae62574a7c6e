package io.pinhole.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Credential;
import io.pinhole.protocol.frame.Hello;
import io.pinhole.protocol.frame.Participant;
import io.pinhole.protocol.frame.Ping;
import io.pinhole.protocol.frame.SetView;
import io.pinhole.relay.fixture.Bystanders;
import io.pinhole.relay.fixture.RawClient;
import io.pinhole.relay.fixture.TestCall;
import io.pinhole.relay.fixture.TestClient;
import io.pinhole.relay.fixture.TestRelay;
import io.pinhole.relay.fixture.Tokens;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever is not let in is told why, and nobody in the call notices. */
class RefusedJoinsIT {

    @RegisterExtension
    static final TestRelay RELAY = TestRelay.standard();

    private TestCall call;
    private Bystanders bystanders;
    private Tokens tokens;
    private String claims;

    @BeforeEach
    void people() {
        call = RELAY.call();
        bystanders = Bystanders.in(call);
        tokens = Tokens.of(RELAY.data());
        claims = tokens.claims(call);
    }

    @AfterEach
    void nobodyNoticed() {
        bystanders.noticeNothing();
    }

    @Test
    void theClaimsAreFineByThemselves() {
        assertThat(call.join(tokens.signed(claims)).isConnected()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b.c", "....", "\u0000", "eyJhbGciOiJIUzI1NiJ9.e30.", "null"})
    void garbageIsNoToken(String garbage) {
        assertThat(refused(garbage)).isEqualTo(Code.UNAUTHENTICATED);
    }

    @Test
    void aTokenWithAnotherSignatureIsNoToken() {
        String token = tokens.signed(claims);
        assertThat(refused(token.substring(0, token.length() - 4) + "AAAA")).isEqualTo(Code.UNAUTHENTICATED);
    }

    @Test
    void aTokenWithoutASignatureIsNoToken() {
        assertThat(refused(tokens.unsigned(claims))).isEqualTo(Code.UNAUTHENTICATED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "HS512", "RS256"})
    void noOtherAlgorithmIsAccepted(String algorithm) {
        assertThat(refused(tokens.signed("{\"alg\":\"" + algorithm + "\"}", claims)))
                .isEqualTo(Code.UNAUTHENTICATED);
    }

    @Test
    void anExpiredTokenIsTold() {
        assertThat(refused(tokens.signed(claims.replaceAll("\"exp\":\\d+", "\"exp\":" + seconds(-40)))))
                .isEqualTo(Code.TOKEN_EXPIRED);
    }

    @Test
    void aTokenOfTomorrowIsTold() {
        assertThat(refused(tokens.signed(claims.replaceAll("\"nbf\":\\d+", "\"nbf\":" + seconds(300)))))
                .isEqualTo(Code.TOKEN_NOT_YET_VALID);
    }

    @Test
    void aTokenOfAnotherDeploymentOrAnotherKeyIsForeign() {
        assertThat(refused(tokens.signed(claims.replace("\"pinhole\"", "\"elsewhere\""))))
                .isEqualTo(Code.TOKEN_FOREIGN);
        assertThat(refused(tokens.signed(claims.replaceAll("\"iss\":\"[^\"]+\"", "\"iss\":\"theirs\""))))
                .isEqualTo(Code.TOKEN_FOREIGN);
    }

    @Test
    void aRoleOrClientThatDoesNotExistIsNoToken() {
        assertThat(refused(tokens.signed(claims.replace("\"expert\"", "\"admin\""))))
                .isEqualTo(Code.UNAUTHENTICATED);
        assertThat(refused(tokens.signed(claims.replace("\"desktop\"", "\"phone\""))))
                .isEqualTo(Code.UNAUTHENTICATED);
    }

    @Test
    void anotherVersionIsTold() {
        TestClient client = TestClient.connect(RELAY.address());
        client.send(new Hello(2, Set.of(), new Credential.Token(tokens.signed(claims)), "test", "1"));
        assertThat(client.endedBy()).isEqualTo(Code.UNSUPPORTED_VERSION);
    }

    @Test
    void theFirstFrameMustBeHello() {
        try (RawClient client = RawClient.connect(RELAY.address())) {
            client.send(new SetView(Optional.empty(), false));
            assertThat(client.awaitClose()).isEqualTo(Code.UNAUTHENTICATED);
        }
    }

    @Test
    void aPingIsNoHello() {
        try (RawClient client = RawClient.connect(RELAY.address())) {
            client.send(new Ping(1));
            assertThat(client.awaitClose()).isEqualTo(Code.UNAUTHENTICATED);
        }
    }

    @Test
    void aHelloOfGarbageIsMalformed() {
        try (RawClient client = RawClient.connect(RELAY.address())) {
            client.send(4, 0x10, 0xff, 0xff, 0xff);
            assertThat(client.awaitClose()).isEqualTo(Code.MALFORMED);
        }
    }

    @Test
    void aHelloWithoutACredentialIsToldSo() {
        try (RawClient client = RawClient.connect(RELAY.address())) {
            client.send(1, 0x10);
            assertThat(client.awaitClose()).isEqualTo(Code.UNAUTHENTICATED);
        }
    }

    @Test
    void aFrameOfMoreThanFourKibibytesIsTooMuchForAStranger() {
        try (RawClient client = RawClient.connect(RELAY.address())) {
            client.send(0x81, 0x20); // 4097
            assertThat(client.awaitClose()).isEqualTo(Code.TOO_MUCH_BEFORE_AUTHENTICATION);
        }
    }

    @Test
    void manySmallFramesAreTooMuchForAStranger() {
        try (RawClient client = RawClient.connect(RELAY.address())) {
            byte[] stamps = new byte[6 * 1000];
            for (int i = 0; i < stamps.length; i += 4) {
                stamps[i] = 3; // a stamp of two bytes
                stamps[i + 1] = 1;
            }
            client.send(stamps);
            assertThat(client.awaitClose()).isEqualTo(Code.TOO_MUCH_BEFORE_AUTHENTICATION);
        }
    }

    @Test
    void anHttpRequestIsNoHello() {
        try (RawClient client = RawClient.connect(RELAY.address())) {
            String headers = "GET / HTTP/1.1\r\nHost: localhost\r\nUser-Agent: " + "x".repeat(100) + "\r\n\r\n";
            client.send(headers.getBytes(StandardCharsets.US_ASCII));
            assertThat(client.awaitClose()).isIn(Code.UNAUTHENTICATED, Code.MALFORMED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\u0000b", "a\\nb", "\\u202egnp.exe", "\\u2066a", "a\\u200b", "\\ud800"})
    void aNameWithHiddenCharactersIsRefused(String name) {
        assertThat(refused(tokens.signed(claims.replace("\"Ada\"", '"' + name + '"'))))
                .isIn(Code.BAD_TEXT, Code.UNAUTHENTICATED);
    }

    @Test
    void aNameThatIsTooLongIsRefused() {
        assertThat(refused(tokens.signed(claims.replace("\"Ada\"", '"' + "x".repeat(129) + '"'))))
                .isEqualTo(Code.BAD_TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "<script>alert(1)</script>", "'; DROP TABLE call; --", "${jndi:x}"})
    void aNameIsPlainText(String name) {
        TestClient ada = call.join(tokens.signed(claims.replace("\"Ada\"", '"' + name + '"')));
        assertThat(ada.welcome().self().name()).isEqualTo(name);
        assertThat(bystanders
                        .listener()
                        .await(Participant.class, p -> p.handle() == ada.handle())
                        .name())
                .isEqualTo(name);
    }

    private static long seconds(int fromNow) {
        return Instant.now().getEpochSecond() + fromNow;
    }

    private static Code refused(String token) {
        TestClient client = TestClient.connect(RELAY.address());
        client.send(TestClient.hello(new Credential.Token(token)));
        return client.endedBy();
    }
}
