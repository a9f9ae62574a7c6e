package io.pinhole.relay.api;

import static io.pinhole.relay.api.SampleCaptures.CALL;
import static io.pinhole.relay.api.SampleCaptures.bytes;
import static io.pinhole.relay.api.SampleCaptures.ready;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.JSONObjectUtils;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Right;
import io.pinhole.relay.auth.Permissions;
import io.pinhole.relay.auth.Permissions.Rule;
import io.pinhole.relay.fixture.HttpTestClient;
import io.pinhole.relay.fixture.TestCall;
import io.pinhole.relay.fixture.Tokens;
import io.pinhole.relay.store.StoredCapture;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose token is not good for it. */
class StrangersIT {

    private ApiServer server;
    private HttpTestClient client;
    private Tokens tokens;
    private String claims;
    private List<String> paths;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        server = new ApiServer(folder, originalsAreNobodys());
        client = server.client();
        tokens = Tokens.of(server.data());
        claims = tokens.claims(new TestCall(null, CALL));
        StoredCapture capture = ready(CALL, "a", bytes(10));
        server.captures().add(capture);
        server.captures().addPicture(capture.id(), bytes(10));
        String self = "/api/captures/" + capture.id();
        paths = List.of("/api/captures", self, self + "/widgets.json", self + "/flattened.jpg", self + "/original.jpg");
    }

    /** To see a role refused: in the standard table every role may view. */
    private static Permissions originalsAreNobodys() {
        return new Permissions(Arrays.stream(Right.values()).collect(Collectors.toMap(Function.identity(), right -> {
            Rule rule = right == Right.ORIGINAL ? Rule.NO : Rule.YES;
            return List.of(rule, rule, rule);
        })));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void withoutATokenEverythingIsRefused() {
        for (String path : paths) {
            HttpResponse<byte[]> answer = client.send("GET", path);
            assertThat(answer.headers().firstValue("www-authenticate")).contains("Bearer");
            unauthenticated(answer, Code.UNAUTHENTICATED);
        }
    }

    @Test
    void aGoodTokenAnywhereElseIsNone() {
        String token = server.token();
        for (String path : paths) {
            for (String key : List.of("token", "access_token", "authorization", "jwt")) {
                unauthenticated(client.send("GET", path + "?" + key + "=" + token), Code.UNAUTHENTICATED);
            }
            unauthenticated(client.send("GET", path, "Cookie", "token=" + token), Code.UNAUTHENTICATED);
            unauthenticated(client.send("GET", path, "X-Authorization", "Bearer " + token), Code.UNAUTHENTICATED);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Basic %s",
                "%s",
                "Bearer",
                "Bearer ",
                "Bearer%s",
                "Bearer %s x",
                "Bearer x%s",
                "Bearer Bearer %s",
                "Bearer \"%s\"",
                "Bearer %s, Bearer %s"
            })
    void aHeaderThatIsNotWell(String form) {
        String header = form.replace("%s", server.token());
        unauthenticated(client.send("GET", paths.get(0), "Authorization", header), Code.UNAUTHENTICATED);
    }

    @Test
    void twoHeadersAreNotOneToChooseFrom() {
        String header = "Bearer " + server.token();
        unauthenticated(
                client.send("GET", paths.get(0), "Authorization", header, "Authorization", header),
                Code.UNAUTHENTICATED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"exp\":\\d+        | \"exp\":1000000600 | \"nbf\":\\d+ | \"nbf\":1000000000 | TOKEN_EXPIRED",
                "\"exp\":\\d+        | \"exp\":9000000600 | \"nbf\":\\d+ | \"nbf\":9000000000 | TOKEN_NOT_YET_VALID",
                "\"aud\":\"pinhole\" | \"aud\":\"other\"  | x            | x                  | TOKEN_FOREIGN",
                "\"iss\":\"\\w+\"    | \"iss\":\"k0\"     | x            | x                  | TOKEN_FOREIGN",
                "\"role\":\"expert\" | \"role\":\"boss\"  | x            | x                  | UNAUTHENTICATED",
                "\"sub\":\"ada\"     | \"sub\":\"a b\"    | x            | x                  | BAD_TEXT",
                "\"call\":\"call-1\" | \"call\":null      | x            | x                  | UNAUTHENTICATED",
            })
    void aTokenThatIsNotWell(String good, String bad, String alsoGood, String alsoBad, Code code) {
        String changed = claims.replaceFirst(good, bad).replaceFirst(alsoGood, alsoBad);
        assertThat(changed).isNotEqualTo(claims);
        for (String path : paths) {
            HttpResponse<byte[]> answer = client.get(path, tokens.signed(changed));
            unauthenticated(answer, code);
            assertThat(answer.headers().firstValue("www-authenticate")).contains("Bearer error=\"invalid_token\"");
        }
        assertThat(client.get(paths.get(0), tokens.signed(claims)).statusCode()).isEqualTo(200);
    }

    @Test
    void aTokenThatIsNotSignedOrSignedByAnother() {
        unauthenticated(client.get(paths.get(0), tokens.unsigned(claims)), Code.UNAUTHENTICATED);
        String good = tokens.signed(claims);
        String other = tokens.signed(claims.replace("ada", "bob"));
        String mixed = good.substring(0, good.lastIndexOf('.')) + other.substring(other.lastIndexOf('.'));
        unauthenticated(client.get(paths.get(0), mixed), Code.UNAUTHENTICATED);
        unauthenticated(client.get(paths.get(0), "x".repeat(5_000)), Code.UNAUTHENTICATED);
    }

    @Test
    void aRoleThatMayNever() throws Exception {
        HttpResponse<byte[]> answer = client.get(paths.get(4), server.token());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(error(answer)).containsEntry("code", "ROLE_NOT_ALLOWED");
    }

    /** Nothing of what was sent is said. */
    private static void unauthenticated(HttpResponse<byte[]> answer, Code code) {
        assertThat(answer.statusCode()).as(HttpTestClient.text(answer)).isEqualTo(401);
        assertThat(answer.headers().firstValue("www-authenticate").orElseThrow())
                .startsWith("Bearer");
        assertThat(error(answer)).containsEntry("code", code.name());
        assertThat(HttpTestClient.text(answer)).doesNotContain("eyJ");
    }

    private static Map<String, Object> error(HttpResponse<byte[]> answer) {
        try {
            return JSONObjectUtils.getJSONObject(JSONObjectUtils.parse(HttpTestClient.text(answer)), "error");
        } catch (java.text.ParseException e) {
            throw new AssertionError(HttpTestClient.text(answer), e);
        }
    }
}
