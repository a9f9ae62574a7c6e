package io.pinhole.relay.auth;

import static io.pinhole.relay.auth.HandmadeToken.GOOD;
import static io.pinhole.relay.auth.HandmadeToken.HS256;
import static io.pinhole.relay.auth.HandmadeToken.encoded;
import static io.pinhole.relay.auth.HandmadeToken.json;
import static io.pinhole.relay.auth.HandmadeToken.signed;
import static io.pinhole.relay.auth.HandmadeToken.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.ClientKind;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.Right;
import io.pinhole.protocol.frame.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TokenVerifierTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);
    private SigningKeys keys;
    private TokenVerifier verifier;
    private Instant time = NOW;

    @BeforeEach
    void keys(@TempDir Path folder) throws Exception {
        keys = TestKeys.of(folder, "k1 " + TestKeys.SECRET_A + "\nk2 " + TestKeys.SECRET_B);
        verifier = new TokenVerifier(keys, "pinhole", Duration.ofHours(24), () -> time);
    }

    @Test
    void whatWasIssuedIsVerifiedToTheSameGrant() throws Exception {
        TokenIssuer issuer = new TokenIssuer(keys, "pinhole", () -> time);
        for (Optional<Set<Right>> rights : List.<Optional<Set<Right>>>of(
                Optional.empty(), Optional.of(Set.of()), Optional.of(Set.of(Right.VIEW, Right.TALK)))) {
            Grant grant = new Grant(
                    new CallId("c1"),
                    new PersonId("ada@example.org"),
                    "Ada \u2603",
                    Role.OBSERVER,
                    ClientKind.MOBILE,
                    rights);
            assertThat(verifier.verify(issuer.issue(grant, Duration.ofMinutes(10))))
                    .isEqualTo(grant);
        }
    }

    @Test
    void aTokenMadeByHandIsReadClaimByClaim() throws Exception {
        Grant grant = verifier.verify(signed(GOOD + ",'rights':['talk'],'node':'a.example:4433','more':{'x':1}"));

        assertThat(grant)
                .isEqualTo(new Grant(
                        new CallId("c1"),
                        new PersonId("ada"),
                        "Ada L.",
                        Role.EXPERT,
                        ClientKind.WEB,
                        Optional.of(Set.of(Right.TALK))));
    }

    @Test
    void theOlderOfTwoKeysStillVerifies() throws Exception {
        assertThat(verifier.verify(token(HS256, GOOD.replace("k1", "k2"), TestKeys.SECRET_B))
                        .person())
                .isEqualTo(new PersonId("ada"));
    }

    @Test
    void withoutANameTheIdentityIsTheName() throws Exception {
        assertThat(verifier.verify(signed(GOOD.replace("'name':'Ada L.',", ""))).name())
                .isEqualTo("ada");
        assertThat(verifier.verify(signed(GOOD.replace("Ada L.", "  "))).name()).isEqualTo("ada");
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "aud", "sub", "call", "role", "client", "nbf", "exp"})
    void everyClaimButNameAndRightsIsNeeded(String claim) {
        String without =
                GOOD.replaceAll("'" + claim + "':('[^']*'|[0-9]+),?", "").replaceAll(",$", "");
        RefusedException refusal = refusal(signed(without));

        assertThat(refusal.code()).isEqualTo(Code.UNAUTHENTICATED);
        assertThat(refusal).hasMessage("the token has no " + claim);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'aud':'pinhole'   | 'aud':'other'              | TOKEN_FOREIGN",
                "'aud':'pinhole'   | 'aud':['other','another']  | TOKEN_FOREIGN",
                "'aud':'pinhole'   | 'aud':[]                   | UNAUTHENTICATED",
                "'iss':'k1'        | 'iss':'k9'                 | TOKEN_FOREIGN",
                "'iss':'k1'        | 'iss':'k2'                 | UNAUTHENTICATED",
                "'iss':'k1'        | 'iss':7                    | UNAUTHENTICATED",
                "'role':'expert'   | 'role':'admin'             | UNAUTHENTICATED",
                "'role':'expert'   | 'role':'EXPERT'            | UNAUTHENTICATED",
                "'role':'expert'   | 'role':['expert']          | UNAUTHENTICATED",
                "'client':'web'    | 'client':'browser'         | UNAUTHENTICATED",
                "'sub':'ada'       | 'sub':''                   | BAD_TEXT",
                "'sub':'ada'       | 'sub':'a b'                | BAD_TEXT",
                "'sub':'ada'       | 'sub':'a\\u0000b'          | BAD_TEXT",
                "'sub':'ada'       | 'sub':'a\\u202eb'          | BAD_TEXT",
                "'sub':'ada'       | 'sub':null                 | UNAUTHENTICATED",
                "'call':'c1'       | 'call':'c\\n1'             | BAD_TEXT",
                "'name':'Ada L.'   | 'name':'A\\u202eda'        | BAD_TEXT",
                "'name':'Ada L.'   | 'name':'A\\u0007'          | BAD_TEXT",
                "'name':'Ada L.'   | 'name':42                  | UNAUTHENTICATED",
                "'client':'web'    | 'client':'web','rights':'talk'     | UNAUTHENTICATED",
                "'client':'web'    | 'client':'web','rights':['root']   | UNAUTHENTICATED",
                "'client':'web'    | 'client':'web','rights':[1]        | UNAUTHENTICATED",
                "'client':'web'    | 'client':'web','rights':{'a':1}    | UNAUTHENTICATED",
                "'exp':1800000600  | 'exp':1799999999           | UNAUTHENTICATED",
                "'exp':1800000600  | 'exp':1800086401           | UNAUTHENTICATED",
                "'exp':1800000600  | 'exp':9223372036854775807  | UNAUTHENTICATED",
                "'exp':1800000600  | 'exp':'tomorrow'           | UNAUTHENTICATED",
                "'exp':1800000600  | 'exp':null                 | UNAUTHENTICATED",
            })
    void aWrongClaimIsRefusedByType(String good, String bad, Code code) {
        assertThat(GOOD).contains(good);
        assertThat(refusal(signed(GOOD.replace(good, bad))).code()).isEqualTo(code);
    }

    @Test
    void aNameThatIsTooLongIsRefused() {
        assertThat(refusal(signed(GOOD.replace("Ada L.", "x".repeat(129)))).code())
                .isEqualTo(Code.BAD_TEXT);
    }

    @Test
    void aTokenIsGoodFromItsBeginningToItsEndWithLeeway() throws Exception {
        for (long second : new long[] {-30, 0, 600, 630}) {
            time = NOW.plusSeconds(second);
            verifier.verify(signed(GOOD));
        }
        time = NOW.minusSeconds(31);
        assertThat(refusal(signed(GOOD)).code()).isEqualTo(Code.TOKEN_NOT_YET_VALID);
        time = NOW.plusSeconds(631);
        assertThat(refusal(signed(GOOD)).code()).isEqualTo(Code.TOKEN_EXPIRED);
    }

    @Test
    void aTokenOfTheLongestLifetimeIsAccepted() throws Exception {
        verifier.verify(signed(GOOD.replace("1800000600", "1800086400")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'alg':'none'}",
                "{'alg':'None'}",
                "{'alg':'HS384'}",
                "{'alg':'HS512'}",
                "{'alg':'RS256'}",
                "{'alg':'ES256'}",
                "{'alg':''}",
                "{}",
                "{'typ':'JWT'}",
                "{'alg':'HS256','crit':['b64'],'b64':false}",
                "{'alg':'HS256','crit':['exp2']}",
                "[]",
                "null",
                "garbage",
            })
    void noOtherHeaderIsAccepted(String header) throws Exception {
        String token = token(header.replace('\'', '"'), GOOD, TestKeys.SECRET_A);

        assertThat(refusal(token).code()).isEqualTo(Code.UNAUTHENTICATED);
        assertThat(refusal(token.substring(0, token.lastIndexOf('.') + 1)).code())
                .isEqualTo(Code.UNAUTHENTICATED);
    }

    @Test
    void aSignatureOfAnotherKeyOrAChangedClaimIsRefused() throws Exception {
        assertThat(refusal(token(HS256, GOOD, TestKeys.SECRET_B)).code()).isEqualTo(Code.UNAUTHENTICATED);

        String[] parts = signed(GOOD).split("\\.");
        String forged = encoded(json(GOOD.replace("expert", "field-operator")));
        assertThat(refusal(parts[0] + "." + forged + "." + parts[2])).hasMessage("the token's signature is wrong");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "...",
                "a.b.c",
                "....",
                "\u0000",
                "e30.e30.e30",
                "e30.e30.",
                "eyJhbGciOiJIUzI1NiJ9..",
                "eyJhbGciOiJIUzI1NiJ9.bnVsbA.AAAA"
            })
    void garbageIsRefused(String garbage) {
        assertThat(refusal(garbage).code()).isEqualTo(Code.UNAUTHENTICATED);
    }

    @Test
    void everyDamagedTokenIsRefusedAndNothingElseIsThrown() {
        String token = signed(GOOD);
        Random random = new Random(11);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder damaged = new StringBuilder(token);
            int at = random.nextInt(token.length() - 1); // the last character has bits that mean nothing
            damaged.setCharAt(at, (char) (33 + random.nextInt(94)));
            if (!damaged.toString().equals(token)) {
                refusal(damaged.toString());
            }
            refusal(token.substring(0, at));
        }
    }

    @Test
    void aTokenOfMonstrousSizeIsRefusedUnread() {
        assertThat(refusal(signed(GOOD + ",'x':'" + "y".repeat(4_000) + "'"))).hasMessageContaining("longer than");
    }

    @Test
    void noRefusalQuotesTheToken() {
        String token = signed(GOOD.replace("pinhole", "other"));
        assertThat(refusal(token).getMessage()).doesNotContain(token.split("\\.")[1]);
    }

    private RefusedException refusal(String token) {
        return assertThrows(RefusedException.class, () -> verifier.verify(token));
    }
}
