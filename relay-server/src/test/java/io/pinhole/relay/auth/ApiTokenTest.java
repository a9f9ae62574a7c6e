package io.pinhole.relay.auth;

import static io.pinhole.relay.auth.HandmadeToken.GOOD;
import static io.pinhole.relay.auth.HandmadeToken.signed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.ClientKind;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ApiTokenTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);
    private static final Standing WEB_EXPERT = new Standing(Role.EXPERT, ClientKind.WEB, Optional.empty());

    private SigningKeys keys;
    private TokenVerifier verifier;

    @BeforeEach
    void keys(@TempDir Path folder) throws Exception {
        keys = TestKeys.of(folder, "k1 " + TestKeys.SECRET_A + "\nk2 " + TestKeys.SECRET_B);
        verifier = new TokenVerifier(keys, "pinhole", Duration.ofHours(24), () -> NOW);
    }

    @Test
    void whatWasIssuedIsVerifiedToTheSameGrant() throws Exception {
        TokenIssuer issuer = new TokenIssuer(keys, "pinhole", () -> NOW);
        for (Optional<CallId> call : java.util.List.of(Optional.<CallId>empty(), Optional.of(new CallId("c1")))) {
            ApiGrant grant = new ApiGrant(call, new PersonId("cms"), WEB_EXPERT);
            assertThat(verifier.verifyApi(issuer.issue(grant, Duration.ofHours(1))))
                    .isEqualTo(grant);
        }
    }

    @Test
    void aTokenWithoutACallIsForTheApiAlone() throws Exception {
        String claims = GOOD.replace("'call':'c1',", "");
        assertThat(verifier.verifyApi(signed(claims)))
                .isEqualTo(new ApiGrant(Optional.empty(), new PersonId("ada"), WEB_EXPERT));
        assertThat(assertThrows(RefusedException.class, () -> verifier.verify(signed(claims))))
                .hasMessage("the token has no call");
    }

    @Test
    void aTokenForACallIsForItsCapturesToo() throws Exception {
        assertThat(verifier.verifyApi(signed(GOOD)))
                .isEqualTo(new ApiGrant(Optional.of(new CallId("c1")), new PersonId("ada"), WEB_EXPERT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "''", "'a b'", "7", "['c1']"})
    void aCallThatIsNoneOpensNotAllCalls(String call) {
        String token = signed(GOOD.replace("'call':'c1'", "'call':" + call));
        assertThrows(RefusedException.class, () -> verifier.verifyApi(token));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'sub':'ada',      |                     | UNAUTHENTICATED",
                "'role':'expert',  |                     | UNAUTHENTICATED",
                "'role':'expert'   | 'role':'admin'      | UNAUTHENTICATED",
                "'client':'web'    | 'client':'browser'  | UNAUTHENTICATED",
                "'iss':'k1'        | 'iss':'k2'          | UNAUTHENTICATED",
                "'aud':'pinhole'   | 'aud':'other'       | TOKEN_FOREIGN",
                "'exp':1800000600  | 'exp':1799999999    | UNAUTHENTICATED"
            })
    void theApiIsNotOpenedByLess(String good, String bad, Code code) {
        String token = signed(GOOD.replace("'call':'c1',", "").replace(good, bad == null ? "" : bad));
        assertThat(assertThrows(RefusedException.class, () -> verifier.verifyApi(token))
                        .code())
                .isEqualTo(code);
    }
}
