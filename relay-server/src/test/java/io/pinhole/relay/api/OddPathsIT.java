package io.pinhole.relay.api;

import static io.pinhole.relay.api.SampleCaptures.CALL;
import static io.pinhole.relay.api.SampleCaptures.bytes;
import static io.pinhole.relay.api.SampleCaptures.ready;
import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.relay.auth.Permissions;
import io.pinhole.relay.fixture.RawHttp;
import io.pinhole.relay.store.StoredCapture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths that nobody writes by accident, with a token that opens everything. */
class OddPathsIT {

    private ApiServer server;
    private StoredCapture capture;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        server = new ApiServer(folder, Permissions.standard());
        capture = ready(CALL, "a", bytes(1_000));
        server.captures().add(capture);
        server.captures().addPicture(capture.id(), bytes(1_000));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/captures/..",
                "/api/captures/../",
                "/api/captures/../captures",
                "/api/captures/../captures/ID",
                "/api/captures/.",
                "/api/captures/./ID",
                "/api/captures/%2e%2e",
                "/api/captures/%2e%2e/keys",
                "/api/captures/%2e%2e%2fkeys",
                "/api/captures/..%2f..%2fkeys/flattened.jpg",
                "/api/captures/ID/../ID/flattened.jpg",
                "/api/captures/ID/%66lattened.jpg",
                "/api/captures//ID",
                "//api/captures/ID",
                "/api//captures",
                "/api/captures/",
                "/api/captures/ID/",
                "/api/captures/ID//flattened.jpg",
                "/api/captures/ID/flattened.jpg/",
                "/api/captures/ID%00",
                "/api/captures/ID%00/flattened.jpg",
                "/api/captures/ID/flattened.jpg%00.png",
                "/api/captures/ID;a=b",
                "/api/captures/ID.jpg",
                "/api/captures/0ID",
                "/api/captures/UPPER",
                "/API/captures/ID",
                "/api/captures\\ID",
                "/api/captures/{id}",
                "/api/captures/*",
                "https://relay/api/captures/ID",
                "api/captures/ID"
            })
    void leadsNowhere(String path) throws IOException {
        String id = capture.id().toString();
        String written = path.replace("ID", id).replace("UPPER", "A".repeat(32));
        try (RawHttp client = RawHttp.connect(server.address())) {
            client.send(RawHttp.request("GET", written, server.token()));
            RawHttp.Head head = client.head();
            assertThat(head.status()).isEqualTo(404);
            assertThat(text(client.body(head.length())))
                    .startsWith("{\"error\":{\"code\":\"NOT_FOUND\"")
                    .doesNotContain(id);

            client.send(RawHttp.request("GET", "/api/captures/" + id, server.token()));
            assertThat(client.head().status()).as("the connection goes on").isEqualTo(200);
        }
    }

    @Test
    void anIdOfThousandsOfCharactersIsNone() throws IOException {
        assertThat(status("/api/captures/" + "0".repeat(3_000))).isEqualTo(404);
        assertThat(status("/api/captures/" + "/".repeat(3_000))).isEqualTo(404);
        assertThat(status("/api/captures/" + "0".repeat(10_000))).isEqualTo(414);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/captures/a b", "/api/captures/\u0000", "/api/captures/\u0001x", "/api/captures/\u00e4"})
    void charactersThatNoRequestHas(String path) throws IOException {
        assertThat(status(path)).isIn(400, 404);
    }

    @Test
    void aRequestWithEndlessHeadersIsRefused() throws IOException {
        try (RawHttp client = RawHttp.connect(server.address())) {
            client.send("GET /api/captures HTTP/1.1\r\nX: " + "y".repeat(10_000) + "\r\n\r\n");
            assertThat(client.head().status()).isEqualTo(431);
        }
    }

    @Test
    void aQueryThatCannotBeDecodedIsNotQuoted() throws IOException {
        try (RawHttp client = RawHttp.connect(server.address())) {
            client.send(RawHttp.request("GET", "/api/captures?token=secret&limit=%zz", server.token()));
            RawHttp.Head head = client.head();
            assertThat(head.status()).isEqualTo(400);
            assertThat(text(client.body(head.length())))
                    .contains("the query cannot be decoded")
                    .doesNotContain("secret");
        }
    }

    private int status(String path) throws IOException {
        try (RawHttp client = RawHttp.connect(server.address())) {
            client.send(RawHttp.request("GET", path, server.token()));
            return client.head().status();
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
