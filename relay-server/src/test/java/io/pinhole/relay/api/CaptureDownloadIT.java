package io.pinhole.relay.api;

import static io.pinhole.relay.api.SampleCaptures.CALL;
import static io.pinhole.relay.api.SampleCaptures.bytes;
import static io.pinhole.relay.api.SampleCaptures.ready;
import static io.pinhole.relay.api.SampleCaptures.rendition;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.pinhole.protocol.frame.Rendition;
import io.pinhole.relay.auth.Permissions;
import io.pinhole.relay.fixture.Patience;
import io.pinhole.relay.fixture.RawHttp;
import io.pinhole.relay.store.PhotoStore;
import io.pinhole.relay.store.StoredCapture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Large pictures over one connection, as slow as its reader. */
class CaptureDownloadIT {

    private static final int SIZE = 32 * 1024 * 1024 + 17;

    /** What the kernel's buffers of both ends may hold at most, by its defaults and the window asked for. */
    private static final int KERNEL = 8 * 1024 * 1024;

    private final byte[] original = bytes(SIZE);
    private final byte[] flattened = bytes(100_000);
    private ApiServer server;
    private String path;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        server = new ApiServer(folder, Permissions.standard());
        StoredCapture capture = ready(CALL, "a", flattened);
        server.captures().add(capture);
        server.captures().addPicture(capture.id(), flattened);
        server.captures().addFile(Rendition.ORIGINAL, original);
        server.captures().addRenditions(capture.id(), rendition(Rendition.ORIGINAL, original, true));
        path = "/api/captures/" + capture.id();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aSlowReaderGetsEveryByteAndNothingIsReadFarAhead() throws Exception {
        try (RawHttp slow = RawHttp.connect(server.address())) {
            slow.send(get("/original.jpg"));
            assertThat(slow.head().length()).isEqualTo(SIZE);
            int taken = 0;
            while (taken < SIZE) {
                int more = Math.min(1_000_000, SIZE - taken);
                assertThat(slow.body(more)).isEqualTo(Arrays.copyOfRange(original, taken, taken + more));
                taken += more;
                long ahead = (long) server.captures().blocksRead() * PhotoStore.BLOCK_BYTES - taken;
                assertThat(ahead).isLessThan(KERNEL + 2 * PhotoStore.BLOCK_BYTES);
            }
            assertThat(server.captures().blocksRead()).isEqualTo(SIZE / PhotoStore.BLOCK_BYTES + 1);
        }
    }

    @Test
    void requestsInOnePieceAreAnsweredInTheirOrderEachWhole() throws Exception {
        try (RawHttp client = RawHttp.connect(server.address())) {
            client.send(get("/flattened.jpg")
                    + RawHttp.request("HEAD", path + "/original.jpg", server.token())
                    + get("/original.jpg")
                    + get("/nothing")
                    + get("")
                    + get("/flattened.jpg"));
            assertThat(client.body(client.head().length())).isEqualTo(flattened);
            assertThat(client.head().length()).isEqualTo(SIZE);
            assertThat(client.body(client.head().length())).isEqualTo(original);
            RawHttp.Head missing = client.head();
            assertThat(missing.status()).isEqualTo(404);
            client.body(missing.length());
            assertThat(new String(client.body(client.head().length()), StandardCharsets.UTF_8))
                    .startsWith("{\"id\":");
            assertThat(client.body(client.head().length())).isEqualTo(flattened);

            client.send(get("").replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n"));
            RawHttp.Head last = client.head();
            assertThat(last.headers()).containsEntry("connection", "close");
            client.body(last.length());
            assertThat(client.ends()).isTrue();
        }
    }

    @Test
    void whoHangsUpInMidwayHasNothingMoreRead() throws Exception {
        try (RawHttp client = RawHttp.connect(server.address())) {
            client.send(get("/original.jpg"));
            client.body(client.head().length() / 100);
        }
        await().atMost(Patience.LIMIT).until(() -> server.connections() == 0);
        assertThat(server.captures().blocksRead()).isLessThan(SIZE / PhotoStore.BLOCK_BYTES / 2);
    }

    @Test
    void aStoreThatFailsInMidwayEndsTheConnection() throws Exception {
        server.captures().failingFromBlock(3);
        try (RawHttp client = RawHttp.connect(server.address())) {
            client.send(get("/original.jpg"));
            assertThat(client.head().length()).isEqualTo(SIZE);
            client.body(3 * PhotoStore.BLOCK_BYTES);
            assertThatThrownBy(() -> client.body(1)).isInstanceOf(IOException.class);
        }
    }

    private String get(String file) {
        return RawHttp.request("GET", path + file, server.token());
    }
}
