package io.pinhole.relay.api;

import static io.pinhole.relay.api.SampleCaptures.CALL;
import static io.pinhole.relay.api.SampleCaptures.bytes;
import static io.pinhole.relay.api.SampleCaptures.ready;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.pinhole.relay.auth.Permissions;
import io.pinhole.relay.fixture.HttpTestClient;
import io.pinhole.relay.fixture.RawHttp;
import io.pinhole.relay.store.StoredCapture;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Tokens are neither logged nor said, whatever goes wrong. */
class SecrecyIT {

    private final Logger logger = (Logger) LoggerFactory.getLogger("io.pinhole");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private ApiServer server;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        server = new ApiServer(folder, Permissions.standard());
        log.start();
        logger.setLevel(Level.TRACE);
        logger.addAppender(log);
    }

    @AfterEach
    void stop() {
        server.close();
        logger.detachAppender(log);
        logger.setLevel(null);
    }

    @Test
    void noLineAndNoAnswerHasAToken() throws Exception {
        StoredCapture capture = ready(CALL, "a", bytes(100_000));
        server.captures().add(capture);
        server.captures().addPicture(capture.id(), bytes(100_000));
        String token = server.token();
        String signature = token.substring(token.lastIndexOf('.') + 1);
        HttpTestClient client = server.client();

        for (String path : List.of("/api/captures", "/api/captures/" + capture.id(), "/nothing", "/")) {
            hasNone(client.get(path + "?token=" + token, token), signature);
            hasNone(client.get(path, token + "x"), signature);
            hasNone(client.send("POST", path, "Authorization", token), signature);
        }
        breakOffADownload(capture, token);
        server.captures().failing(true);
        hasNone(client.get("/api/captures?limit=1&token=" + token, token), signature);
        assertThat(lines()).contains("the disk is gone").doesNotContain(signature);
    }

    private void breakOffADownload(StoredCapture capture, String token) throws IOException {
        server.captures().failingFromBlock(1);
        try (RawHttp raw = RawHttp.connect(server.address())) {
            raw.send(RawHttp.request("GET", "/api/captures/" + capture.id() + "/flattened.jpg?t=" + token, token));
            raw.body(raw.head().length() / 2);
            while (!raw.ends()) {
                // the rest of the first block
            }
        }
    }

    private static void hasNone(HttpResponse<byte[]> answer, String signature) {
        assertThat(HttpTestClient.text(answer)).doesNotContain(signature);
        assertThat(answer.headers().map().toString()).doesNotContain(signature);
    }

    private String lines() {
        return List.copyOf(log.list).stream()
                .map(event -> event.getFormattedMessage() + "\n" + trace(event.getThrowableProxy()))
                .collect(Collectors.joining("\n"));
    }

    private static String trace(IThrowableProxy thrown) {
        return thrown == null ? "" : ThrowableProxyUtil.asString(thrown);
    }
}
