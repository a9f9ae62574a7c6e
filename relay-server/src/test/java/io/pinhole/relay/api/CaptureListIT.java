package io.pinhole.relay.api;

import static io.pinhole.relay.api.SampleCaptures.CALL;
import static io.pinhole.relay.api.SampleCaptures.OTHER_CALL;
import static io.pinhole.relay.api.SampleCaptures.pending;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.JSONObjectUtils;
import io.pinhole.relay.auth.Permissions;
import io.pinhole.relay.fixture.HttpTestClient;
import io.pinhole.relay.store.StoredCapture;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists of captures, page by page. */
class CaptureListIT {

    private ApiServer server;
    private HttpTestClient client;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        server = new ApiServer(folder, Permissions.standard());
        client = server.client();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aListThatIsLongerThanAPageSaysWhereItGoesOn() throws Exception {
        List<String> newestFirst = addHundredAndTwenty();
        assertThat(pages("/api/captures", server.token())).containsExactly(50, 50, 20);
        assertThat(pages("/api/captures?limit=120", server.token())).containsExactly(120);
        assertThat(pages("/api/captures?limit=119", server.token())).containsExactly(119, 1);
        assertThat(ids("/api/captures?limit=7", server.token())).isEqualTo(newestFirst);
    }

    @Test
    void aTokenForACallListsItsCapturesAlone() throws Exception {
        List<String> newestFirst = addHundredAndTwenty();
        List<String> ofOther = IntStream.range(0, 120)
                .filter(i -> i % 3 == 2)
                .mapToObj(newestFirst::get)
                .toList();
        assertThat(ids("/api/captures?limit=9", server.token(OTHER_CALL))).isEqualTo(ofOther);
        assertThat(ids("/api/captures?limit=9", server.token(CALL))).hasSize(80).doesNotContainAnyElementsOf(ofOther);
    }

    @Test
    void noCaptureIsAnEmptyList() throws Exception {
        assertThat(json(client.get("/api/captures", server.token()))).isEqualTo(Map.of("captures", List.of()));
    }

    /** Every third of another call; their ids, the newest first. */
    private List<String> addHundredAndTwenty() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            StoredCapture capture = pending(i % 3 == 0 ? OTHER_CALL : CALL, "capture " + i);
            server.captures().add(capture);
            ids.add(capture.id().toString());
        }
        Collections.reverse(ids);
        return ids;
    }

    private List<Integer> pages(String first, String token) throws ParseException {
        List<Integer> sizes = new ArrayList<>();
        for (Optional<String> next = Optional.of(first); next.isPresent(); ) {
            Map<String, Object> page = json(client.get(next.get(), token));
            sizes.add(((List<?>) page.get("captures")).size());
            next = Optional.ofNullable((String) page.get("next"));
        }
        return sizes;
    }

    private List<String> ids(String first, String token) throws ParseException {
        List<String> ids = new ArrayList<>();
        for (Optional<String> next = Optional.of(first); next.isPresent(); ) {
            Map<String, Object> page = json(client.get(next.get(), token));
            for (Map<String, Object> capture : JSONObjectUtils.getJSONObjectArray(page, "captures")) {
                ids.add((String) capture.get("id"));
            }
            next = Optional.ofNullable((String) page.get("next"));
        }
        return ids;
    }

    private static Map<String, Object> json(HttpResponse<byte[]> answer) throws ParseException {
        assertThat(answer.statusCode()).isEqualTo(200);
        return JSONObjectUtils.parse(HttpTestClient.text(answer));
    }
}
