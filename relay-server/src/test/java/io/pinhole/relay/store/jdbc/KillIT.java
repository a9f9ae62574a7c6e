package io.pinhole.relay.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pinhole.protocol.frame.Mode;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.relay.config.DataFolder;
import io.pinhole.relay.store.PhotoStore;
import io.pinhole.relay.store.PhotoStore.BlockKey;
import io.pinhole.relay.store.StoreException;
import io.pinhole.relay.store.StoredPhoto;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KillIT {

    private static final int ACKNOWLEDGED_BEFORE_THE_KILL = 40;

    @Test
    void whatWasAcknowledgedSurvivesTheKillOfTheProcessThatHadTheFolder(@TempDir Path temporary) throws Exception {
        DataFolder folder = new DataFolder(temporary);
        long acknowledged = runUntilKilled(folder);

        try (JdbcStore store = JdbcStore.open(folder, e -> {})) {
            StoredPhoto photo = store.calls()
                    .open(Victim.CALL, Mode.VIDEO, Instant.now())
                    .get(10, TimeUnit.SECONDS)
                    .photos()
                    .get(0);
            long stored = photo.renditions().get(0).stored();
            assertThat(stored).isGreaterThanOrEqualTo(acknowledged);
            for (int index = 0; index < stored / PhotoStore.BLOCK_BYTES; index++) {
                BlockKey key = new BlockKey(Victim.CALL, Victim.PHOTO, Rendition.WORKING, index);
                assertThat(store.photos().readBlock(key).get(10, TimeUnit.SECONDS))
                        .isEqualTo(Victim.block(index));
            }
            assertThat(store.wasUnclean()).isTrue();
            assertThat(photo.epoch()).isEqualTo(2);
        }
    }

    /** @return the last offset that was acknowledged */
    private static long runUntilKilled(DataFolder folder) throws IOException, InterruptedException {
        Process victim = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long acknowledged = 0;
        int lines = 0;
        try (BufferedReader out = victim.inputReader()) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                acknowledged = Long.parseLong(line);
                if (++lines == ACKNOWLEDGED_BEFORE_THE_KILL) {
                    assertThatThrownBy(() -> JdbcStore.open(folder, e -> {}))
                            .isInstanceOf(StoreException.class)
                            .hasMessageContaining("another relay is running");
                    victim.toHandle().destroyForcibly(); // unlike the process itself, it leaves the pipe open
                }
            }
        } finally {
            victim.destroyForcibly().waitFor();
        }
        assertThat(lines).isGreaterThanOrEqualTo(ACKNOWLEDGED_BEFORE_THE_KILL);
        return acknowledged;
    }
}
