package io.pinhole.relay.api;

import static io.pinhole.relay.api.SampleCaptures.CALL;
import static io.pinhole.relay.api.SampleCaptures.OTHER_CALL;
import static io.pinhole.relay.api.SampleCaptures.bytes;
import static io.pinhole.relay.api.SampleCaptures.failed;
import static io.pinhole.relay.api.SampleCaptures.pending;
import static io.pinhole.relay.api.SampleCaptures.ready;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.JSONObjectUtils;
import io.pinhole.protocol.frame.Right;
import io.pinhole.protocol.frame.Role;
import io.pinhole.relay.auth.Permissions;
import io.pinhole.relay.fixture.HttpTestClient;
import io.pinhole.relay.store.StoredCapture;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused to whom, and how it is said. */
class CapturesRefusedIT {

    private static final List<String> FILES = List.of("", "/widgets.json", "/flattened.jpg", "/original.jpg");

    private ApiServer server;
    private HttpTestClient client;
    private StoredCapture capture;
    private String self;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        server = new ApiServer(folder, Permissions.standard());
        client = server.client();
        byte[] jpeg = bytes(1_000);
        capture = ready(CALL, "a", jpeg);
        server.captures().add(capture);
        server.captures().addPicture(capture.id(), jpeg);
        self = "/api/captures/" + capture.id();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aTokenWithoutTheRightToOriginalsGetsEverythingElse() {
        String observer = server.token(Role.OBSERVER, Right.VIEW);
        assertThat(client.get(self + "/flattened.jpg", observer).statusCode()).isEqualTo(200);
        assertThat(client.get(self + "/widgets.json", observer).statusCode()).isEqualTo(200);
        refused(client.get(self + "/original.jpg", observer), 403, "RIGHT_MISSING");
    }

    @Test
    void aTokenWithoutTheRightToViewGetsNothing() {
        String talker = server.token(Role.EXPERT, Right.TALK, Right.ORIGINAL);
        refused(client.get("/api/captures", talker), 403, "RIGHT_MISSING");
        refused(client.get(self, talker), 403, "RIGHT_MISSING");
        refused(client.get(self + "/flattened.jpg", talker), 403, "RIGHT_MISSING");
        refused(client.get(self + "/widgets.json", talker), 403, "RIGHT_MISSING");
    }

    @Test
    void anotherCallsCaptureIsNoneLikeOneThatNeverWas() {
        String other = server.token(OTHER_CALL);
        for (String file : FILES) {
            HttpResponse<byte[]> hidden = client.get(self + file, other);
            refused(hidden, 404, "NOT_FOUND");
            String unknown = "/api/captures/" + "0".repeat(32) + file;
            HttpResponse<byte[]> missing = client.get(unknown, other);
            assertThat(missing.body()).isEqualTo(hidden.body());
            assertThat(missing.headers().map()).isEqualTo(hidden.headers().map());
        }
        refused(client.get("/api/captures?before=" + capture.id(), other), 400, "BAD_REQUEST");
    }

    @Test
    void thePicturesOfAPendingCaptureAreToComeAndItsWidgetsAreThere() {
        StoredCapture pending = pending(CALL, "b");
        server.captures().add(pending);
        String path = "/api/captures/" + pending.id();
        for (String file : List.of("/flattened.jpg", "/original.jpg")) {
            HttpResponse<byte[]> answer = client.get(path + file, server.token());
            refused(answer, 409, "CAPTURE_PENDING");
            assertThat(answer.headers().firstValueAsLong("retry-after")).hasValue(2);
        }
        assertThat(client.get(path + "/widgets.json", server.token()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void thePicturesOfAFailedCaptureWillNeverComeAndItsWidgetsAreThere() {
        StoredCapture failed = failed(CALL, "b", "no rendition became complete");
        server.captures().add(failed);
        String path = "/api/captures/" + failed.id();
        for (String file : List.of("/flattened.jpg", "/original.jpg")) {
            HttpResponse<byte[]> answer = client.get(path + file, server.token());
            refused(answer, 410, "CAPTURE_FAILED");
            assertThat(HttpTestClient.text(answer)).contains("no rendition became complete");
        }
        assertThat(client.get(path + "/widgets.json", server.token()).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS"})
    void nothingIsChangedHere(String method) {
        for (String file : FILES) {
            HttpResponse<byte[]> answer = client.send(method, self + file, "Authorization", "Bearer " + server.token());
            refused(answer, 405, "METHOD_NOT_ALLOWED");
            assertThat(answer.headers().firstValue("allow")).contains("GET, HEAD");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=201",
                "limit=-1",
                "limit=",
                "limit=ten",
                "limit=1e1",
                "limit=%2B5",
                "limit=0x10",
                "limit=99999999999",
                "limit=5&limit=6",
                "before=",
                "before=x",
                "before=00000000000000000000000000000000",
                "before=%00",
                "before=%2e%2e"
            })
    void aPageThatCannotBe(String query) {
        refused(client.get("/api/captures?" + query, server.token()), 400, "BAD_REQUEST");
    }

    @Test
    void queriesThatMeanNothingHereAreLeftAlone() throws Exception {
        HttpResponse<byte[]> answer = client.get("/api/captures?limit=1&page=7&call=call-2", server.token());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(JSONObjectUtils.getJSONObjectArray(JSONObjectUtils.parse(HttpTestClient.text(answer)), "captures"))
                .hasSize(1);
    }

    @Test
    void aStoreThatCannotBeReadIsSaid() {
        server.captures().failing(true);
        refused(client.get("/api/captures", server.token()), 503, "STORE_UNAVAILABLE");
        for (String file : FILES) {
            HttpResponse<byte[]> answer = client.get(self + file, server.token());
            refused(answer, 503, "STORE_UNAVAILABLE");
            assertThat(answer.headers().firstValueAsLong("retry-after")).hasValue(10);
            assertThat(HttpTestClient.text(answer)).doesNotContain("disk");
        }
    }

    @Test
    void thereAreNoOtherPages() {
        for (String path :
                List.of("/api", "/api/", "/api/photos", "/api/captures/", self + "/", self + "/secret.jpg")) {
            HttpResponse<byte[]> answer = client.get(path, server.token());
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
        }
    }

    private static void refused(HttpResponse<byte[]> answer, int status, String code) {
        assertThat(answer.statusCode()).as(HttpTestClient.text(answer)).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type")).contains("application/json");
        assertThat(answer.headers().firstValue("cache-control")).contains("no-store");
        try {
            Map<String, Object> error =
                    JSONObjectUtils.getJSONObject(JSONObjectUtils.parse(HttpTestClient.text(answer)), "error");
            assertThat(error).containsEntry("code", code).containsOnlyKeys("code", "message");
        } catch (ParseException e) {
            throw new AssertionError(HttpTestClient.text(answer), e);
        }
    }
}
