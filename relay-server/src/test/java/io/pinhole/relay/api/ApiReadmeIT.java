package io.pinhole.relay.api;

import static io.pinhole.relay.api.SampleCaptures.CALL;
import static io.pinhole.relay.api.SampleCaptures.bytes;
import static io.pinhole.relay.api.SampleCaptures.ready;
import static io.pinhole.relay.api.SampleCaptures.rendition;
import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.frame.Right;
import io.pinhole.protocol.frame.Role;
import io.pinhole.relay.auth.Permissions;
import io.pinhole.relay.fixture.HttpTestClient;
import io.pinhole.relay.store.StoredCapture;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What relay-server/README.md says of paths and rights is what the API does. */
class ApiReadmeIT {

    private static final Pattern ROW = Pattern.compile("^\\| `(/api/\\S+)` \\| `(\\w+)` \\|", Pattern.MULTILINE);

    @Test
    void everyPathOfTheTableNeedsItsRightAndNoOther(@TempDir Path folder) throws Exception {
        List<MatchResult> rows =
                ROW.matcher(Files.readString(Path.of("README.md"))).results().toList();
        assertThat(rows).hasSize(5);
        try (ApiServer server = new ApiServer(folder, Permissions.standard())) {
            byte[] jpeg = bytes(1_000);
            StoredCapture capture = ready(CALL, "a", jpeg);
            server.captures().add(capture);
            server.captures().addPicture(capture.id(), jpeg);
            server.captures().addFile(Rendition.WORKING, jpeg);
            server.captures().addRenditions(capture.id(), rendition(Rendition.WORKING, jpeg, true));
            for (MatchResult row : rows) {
                String path = row.group(1).replace("ID", capture.id().toString());
                check(server, path, Right.of(row.group(2)));
            }
        }
    }

    private static void check(ApiServer server, String path, Right right) {
        Set<Right> others = EnumSet.complementOf(EnumSet.of(right));
        HttpResponse<byte[]> refused =
                server.client().get(path, server.token(Role.EXPERT, others.toArray(Right[]::new)));
        assertThat(refused.statusCode()).as(path).isEqualTo(403);
        assertThat(HttpTestClient.text(refused)).contains("RIGHT_MISSING").contains(right.word());
        assertThat(server.client().get(path, server.token(Role.EXPERT, right)).statusCode())
                .as(path)
                .isEqualTo(200);
    }
}
