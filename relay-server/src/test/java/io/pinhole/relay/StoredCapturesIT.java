package io.pinhole.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.JSONObjectUtils;
import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.CaptureId;
import io.pinhole.protocol.frame.CaptureName;
import io.pinhole.protocol.frame.ClientKind;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Credential;
import io.pinhole.protocol.frame.Mode;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.PhotoState;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.frame.Role;
import io.pinhole.protocol.frame.Sha256;
import io.pinhole.protocol.widget.WidgetState;
import io.pinhole.protocol.widget.json.WidgetJson;
import io.pinhole.relay.auth.ApiGrant;
import io.pinhole.relay.auth.Standing;
import io.pinhole.relay.fixture.HttpTestClient;
import io.pinhole.relay.fixture.TestCall;
import io.pinhole.relay.fixture.TestClient;
import io.pinhole.relay.fixture.TestRelay;
import io.pinhole.relay.store.DrawnLog;
import io.pinhole.relay.store.NewCapture;
import io.pinhole.relay.store.PhotoStore;
import io.pinhole.relay.store.PhotoStore.BlockKey;
import io.pinhole.relay.store.Picture;
import io.pinhole.relay.store.StoredPhoto;
import io.pinhole.relay.store.StoredRendition;
import io.pinhole.relay.store.jdbc.JdbcStore;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an earlier run of a relay has stored is fetched from a relay as it is run. */
class StoredCapturesIT {

    private static final CallId CALL = new CallId("saved-in");
    private static final PersonId ADA = new PersonId("ada");
    private static final Instant NOW = Instant.parse("2026-11-23T08:15:30Z");
    private static final CaptureId CAPTURE = CaptureId.random();
    private static final byte[] ORIGINAL = bytes(3 * PhotoStore.BLOCK_BYTES + 5);
    private static final byte[] FLATTENED = bytes(2 * PhotoStore.BLOCK_BYTES);
    private static final StoredPhoto PHOTO = new StoredPhoto(
            PhotoId.random(), 1, ADA, "Photo 1", NOW, NOW, true, PhotoState.ARRIVING, 1, List.of(original(false)));
    private static final DrawnLog LOG = DrawnLog.upTo(9, PHOTO, 3);

    @RegisterExtension
    static final TestRelay RELAY = TestRelay.standard();

    @BeforeAll
    static void save() {
        RELAY.stop();
        try (JdbcStore store = JdbcStore.open(RELAY.data(), failure -> {})) {
            store.calls().open(CALL, Mode.PHOTO, NOW).join();
            store.photos().add(CALL, PHOTO).join();
            for (int i = 0; i * PhotoStore.BLOCK_BYTES < ORIGINAL.length; i++) {
                int start = i * PhotoStore.BLOCK_BYTES;
                byte[] block =
                        Arrays.copyOfRange(ORIGINAL, start, Math.min(start + PhotoStore.BLOCK_BYTES, ORIGINAL.length));
                store.photos()
                        .writeBlock(new BlockKey(CALL, PHOTO.id(), Rendition.ORIGINAL, i), block)
                        .join();
            }
            store.photos().update(CALL, stored()).join();
            store.operations().append(CALL, LOG.operations()).join();
            NewCapture capture = new NewCapture(CAPTURE, new CaptureName("pump"), PHOTO.id(), 1, 8, ADA, NOW);
            store.captures().save(CALL, capture).join();
            Picture picture = new Picture(Rendition.ORIGINAL, 800, 600, FLATTENED.length, Sha256.of(FLATTENED));
            store.captures().finish(CAPTURE, picture, FLATTENED).join();
        }
        RELAY.start();
    }

    @Test
    void itsPicturesAndWidgetsComeAsTheyWereKept() throws Exception {
        assertThat(get("/flattened.jpg").body()).isEqualTo(FLATTENED);
        assertThat(get("/original.jpg").body()).isEqualTo(ORIGINAL);
        assertThat(WidgetJson.read(HttpTestClient.text(get("/widgets.json")))
                        .widgets()
                        .inDrawingOrder())
                .isNotEmpty()
                .isEqualTo(WidgetState.fromSnapshot(LOG.at(8).widgets()).inDrawingOrder());
        assertThat(JSONObjectUtils.parse(HttpTestClient.text(get(""))))
                .containsEntry("name", "pump")
                .containsEntry("state", "ready")
                .containsEntry("created", "2026-11-23T08:15:30Z");
    }

    @Test
    void aTokenForJoiningThatCallSeesItAndOneForAnotherDoesNot() {
        HttpTestClient client = new HttpTestClient(RELAY.server().httpAddress());
        assertThat(client.get("/api/captures/" + CAPTURE, joinToken(CALL)).statusCode())
                .isEqualTo(200);
        assertThat(client.get("/api/captures/" + CAPTURE, joinToken(new CallId("other")))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aTokenForTheApiAloneJoinsNoCall() {
        TestClient client = TestClient.connect(RELAY.address());
        client.send(TestClient.hello(new Credential.Token(apiToken())));
        assertThat(client.endedBy()).isEqualTo(Code.UNAUTHENTICATED);
    }

    private static HttpResponse<byte[]> get(String file) {
        HttpResponse<byte[]> answer =
                new HttpTestClient(RELAY.server().httpAddress()).get("/api/captures/" + CAPTURE + file, apiToken());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer;
    }

    private static String apiToken() {
        Standing standing = new Standing(Role.EXPERT, ClientKind.WEB, Optional.empty());
        return RELAY.server().tokens().issue(new ApiGrant(Optional.empty(), ADA, standing), Duration.ofHours(1));
    }

    private static String joinToken(CallId call) {
        return new TestCall(RELAY, call).token("eve", Role.EXPERT, ClientKind.DESKTOP);
    }

    private static StoredPhoto stored() {
        return new StoredPhoto(
                PHOTO.id(), 1, ADA, "Photo 1", NOW, NOW, true, PhotoState.STORED, 1, List.of(original(true)));
    }

    private static StoredRendition original(boolean complete) {
        return new StoredRendition(
                Rendition.ORIGINAL, ORIGINAL.length, Optional.of(Sha256.of(ORIGINAL)), 800, 600, 0, complete);
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
