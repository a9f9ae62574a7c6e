package io.pinhole.relay.api;

import static io.pinhole.relay.api.SampleCaptures.CALL;
import static io.pinhole.relay.api.SampleCaptures.bytes;
import static io.pinhole.relay.api.SampleCaptures.failed;
import static io.pinhole.relay.api.SampleCaptures.pending;
import static io.pinhole.relay.api.SampleCaptures.ready;
import static io.pinhole.relay.api.SampleCaptures.rendition;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.JSONObjectUtils;
import io.pinhole.protocol.frame.PhotoState;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.frame.Sha256;
import io.pinhole.protocol.json.BadJsonException;
import io.pinhole.protocol.widget.WidgetState;
import io.pinhole.protocol.widget.json.WidgetDocument;
import io.pinhole.protocol.widget.json.WidgetJson;
import io.pinhole.relay.auth.Permissions;
import io.pinhole.relay.fixture.HttpTestClient;
import io.pinhole.relay.store.DrawnLog;
import io.pinhole.relay.store.StoredCapture;
import io.pinhole.relay.store.StoredPhoto;
import io.pinhole.relay.store.StoredSnapshot;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What those get who may have it. */
class CapturesApiIT {

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
    void aReadyCaptureSaysAllOfItself() throws Exception {
        byte[] jpeg = bytes(100_000);
        StoredCapture capture = ready(CALL, "F\u00f6rderband \"7\"", jpeg);
        server.captures().add(capture);
        String self = "/api/captures/" + capture.id();

        HttpResponse<byte[]> answer = client.get(self, server.token());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).contains("application/json");
        assertThat(answer.headers().firstValue("cache-control")).contains("no-store");
        assertThat(answer.headers().firstValue("x-content-type-options")).contains("nosniff");
        assertThat(json(answer))
                .containsEntry("id", capture.id().toString())
                .containsEntry("name", "F\u00f6rderband \"7\"")
                .containsEntry("call", "call-1")
                .containsEntry("photo", capture.photo().toString())
                .containsEntry("title", "Photo 1")
                .containsEntry("savedBy", "ada")
                .containsEntry("created", "2026-11-23T08:15:30.250Z")
                .containsEntry("epoch", 2L)
                .containsEntry("revision", 7L)
                .containsEntry("state", "ready")
                .doesNotContainKey("reason")
                .containsEntry("rendition", "working")
                .containsEntry("width", 1600L)
                .containsEntry("height", 1200L)
                .containsEntry("bytes", 100_000L)
                .containsEntry("sha256", Sha256.of(jpeg).hex())
                .containsEntry(
                        "links",
                        Map.of(
                                "self", self,
                                "flattened", self + "/flattened.jpg",
                                "original", self + "/original.jpg",
                                "widgets", self + "/widgets.json"));
    }

    @Test
    void othersSayWhatIsKnownOfThem() throws Exception {
        StoredCapture pending = pending(CALL, "a");
        StoredCapture failed = failed(CALL, "b", "no rendition became complete");
        server.captures().add(pending);
        server.captures().add(failed);
        assertThat(json(client.get("/api/captures/" + pending.id(), server.token())))
                .containsEntry("state", "pending")
                .doesNotContainKeys("reason", "bytes", "sha256");
        assertThat(json(client.get("/api/captures/" + failed.id(), server.token())))
                .containsEntry("state", "failed")
                .containsEntry("reason", "no rendition became complete")
                .doesNotContainKeys("bytes", "sha256");
    }

    @Test
    void theWidgetsAreThoseThatWerePinned() throws Exception {
        StoredCapture capture = pending(CALL, "a");
        DrawnLog log = DrawnLog.upTo(7, photo(capture), 1);
        StoredSnapshot snapshot = log.at(7);
        server.captures().add(capture);
        server.captures().addWidgets(capture.id(), snapshot);

        WidgetDocument document = widgets(client.get(path(capture, "widgets.json"), server.token()));
        assertThat(document.capture()).contains(capture.id());
        assertThat(document.photo()).isEqualTo(capture.photo());
        assertThat(document.epoch()).isEqualTo(2);
        assertThat(document.revision()).isEqualTo(7);
        assertThat(document.widgets().inDrawingOrder())
                .isNotEmpty()
                .isEqualTo(WidgetState.fromSnapshot(snapshot.widgets()).inDrawingOrder());
    }

    @Test
    void theFlattenedPictureComesByteForByteAndIsNotSentTwice() {
        byte[] jpeg = bytes(3 * 65_536 + 1);
        StoredCapture capture = ready(CALL, "a", jpeg);
        server.captures().add(capture);
        server.captures().addPicture(capture.id(), jpeg);
        String etag = "\"" + Sha256.of(jpeg).hex() + "\"";

        HttpResponse<byte[]> answer = client.get(path(capture, "flattened.jpg"), server.token(CALL));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(jpeg);
        assertThat(answer.headers().firstValue("content-type")).contains("image/jpeg");
        assertThat(answer.headers().firstValue("cache-control")).contains("private");
        assertThat(answer.headers().firstValue("x-content-type-options")).contains("nosniff");
        assertThat(answer.headers().firstValue("etag")).contains(etag);

        int read = server.captures().blocksRead();
        HttpResponse<byte[]> again = client.send(
                "GET",
                path(capture, "flattened.jpg"),
                "Authorization",
                "Bearer " + server.token(),
                "If-None-Match",
                etag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(server.captures().blocksRead()).isEqualTo(read);
    }

    @Test
    void theOriginalIsTheBestThatIsComplete() {
        byte[] working = bytes(70_000);
        byte[] original = bytes(200_000);
        StoredCapture whole = ready(CALL, "whole", working);
        StoredCapture half = ready(CALL, "half", working);
        server.captures().add(whole);
        server.captures().add(half);
        server.captures().addFile(Rendition.WORKING, working);
        server.captures().addFile(Rendition.ORIGINAL, original);
        server.captures()
                .addRenditions(
                        whole.id(),
                        rendition(Rendition.ORIGINAL, original, true),
                        rendition(Rendition.WORKING, working, true));
        server.captures()
                .addRenditions(
                        half.id(),
                        rendition(Rendition.WORKING, working, true),
                        rendition(Rendition.ORIGINAL, original, false));

        HttpResponse<byte[]> best = client.get(path(whole, "original.jpg"), server.token());
        assertThat(best.body()).isEqualTo(original);
        assertThat(best.headers().firstValue("etag"))
                .contains("\"" + Sha256.of(original).hex() + "\"");
        assertThat(client.get(path(half, "original.jpg"), server.token()).body())
                .isEqualTo(working);
    }

    @Test
    void headHasTheHeadersOfGetAndReadsNoBlock() {
        byte[] jpeg = bytes(100_000);
        StoredCapture capture = ready(CALL, "a", jpeg);
        server.captures().add(capture);
        server.captures().addPicture(capture.id(), jpeg);
        server.captures().addFile(Rendition.WORKING, jpeg);
        server.captures().addRenditions(capture.id(), rendition(Rendition.WORKING, jpeg, true));
        for (String path : List.of(
                "/api/captures",
                "/api/captures/" + capture.id(),
                path(capture, "widgets.json"),
                path(capture, "flattened.jpg"),
                path(capture, "original.jpg"))) {
            HttpResponse<byte[]> get = client.get(path, server.token());
            int read = server.captures().blocksRead();
            HttpResponse<byte[]> head = client.send("HEAD", path, "Authorization", "bearer " + server.token());
            assertThat(head.statusCode()).as(path).isEqualTo(200);
            assertThat(head.headers().map()).as(path).isEqualTo(get.headers().map());
            assertThat(head.headers().firstValueAsLong("content-length")).hasValue(get.body().length);
            assertThat(head.body()).isEmpty();
            assertThat(server.captures().blocksRead()).isEqualTo(read);
        }
    }

    private static String path(StoredCapture capture, String file) {
        return "/api/captures/" + capture.id() + "/" + file;
    }

    private static Map<String, Object> json(HttpResponse<byte[]> answer) throws ParseException {
        assertThat(answer.statusCode()).isEqualTo(200);
        return JSONObjectUtils.parse(HttpTestClient.text(answer));
    }

    private static WidgetDocument widgets(HttpResponse<byte[]> answer) throws BadJsonException {
        return WidgetJson.read(HttpTestClient.text(answer));
    }

    private static StoredPhoto photo(StoredCapture capture) {
        return new StoredPhoto(
                capture.photo(),
                1,
                capture.by(),
                capture.title(),
                SampleCaptures.CREATED,
                SampleCaptures.CREATED,
                true,
                PhotoState.STORED,
                capture.epoch(),
                List.of());
    }
}
