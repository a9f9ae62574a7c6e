package io.pinhole.relay.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.Mode;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.PhotoState;
import io.pinhole.relay.config.DataFolder;
import io.pinhole.relay.store.StoreException;
import io.pinhole.relay.store.StoredPhoto;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JdbcStoreTest {

    private static final CallId CALL = new CallId("call");
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @TempDir
    Path temporary;

    private SqliteFixture fixture;

    @BeforeEach
    void open() {
        fixture = new SqliteFixture(temporary.resolve("new/data"));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aCleanCloseKeepsTheEpochs() throws Exception {
        addPhoto();
        fixture.reopen();

        assertThat(fixture.store.wasUnclean()).isFalse();
        assertThat(epoch(fixture.store)).isEqualTo(5);
    }

    @Test
    void aKilledStoreKeepsWhatWasAcknowledgedAndBeginsNewEpochs() throws Exception {
        addPhoto();

        try (JdbcStore afterKill = JdbcStore.open(fixture.copyAsLeftByAKill(temporary.resolve("killed")), e -> {})) {
            assertThat(afterKill.wasUnclean()).isTrue();
            assertThat(afterKill.deploymentId()).isEqualTo(fixture.store.deploymentId());
            assertThat(afterKill.term()).isEqualTo(fixture.store.term() + 1);
            assertThat(epoch(afterKill)).isEqualTo(6);
        }
    }

    @Test
    void closingTwiceIsHarmlessAndNothingIsAcceptedAfterwards() {
        fixture.store.close();
        fixture.store.close();

        assertThatThrownBy(
                        () -> fixture.store.calls().open(CALL, Mode.VIDEO, NOW).get(5, TimeUnit.SECONDS))
                .hasCauseInstanceOf(StoreException.class)
                .hasMessageContaining("closed");
        assertThatThrownBy(() -> fixture.store.calls().find(CALL).get(5, TimeUnit.SECONDS))
                .hasMessageContaining("closed");
    }

    @Test
    void closingWritesWhatStillWaits() throws Exception {
        var call = fixture.store.calls().open(CALL, Mode.VIDEO, NOW);
        var mode = fixture.store.calls().saveMode(CALL, Mode.PHOTO);
        fixture.reopen();

        assertThat(call).isCompleted();
        assertThat(mode).isCompleted();
        assertThat(fixture.store
                        .calls()
                        .find(CALL)
                        .get(5, TimeUnit.SECONDS)
                        .orElseThrow()
                        .mode())
                .isEqualTo(Mode.PHOTO);
    }

    @Test
    void aSecondRelayOnTheFolderIsRefusedByName() {
        assertThatThrownBy(() -> JdbcStore.open(fixture.folder, e -> {}))
                .isInstanceOf(StoreException.class)
                .hasMessage("another relay is running on the data folder " + fixture.folder);
        fixture.reopen();
    }

    @Test
    void aNewerSchemaIsRefusedAndTheFolderFreedAgain() throws Exception {
        fixture.store.close();
        fixture.sql("INSERT INTO schema_version (version) VALUES (999)");

        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> JdbcStore.open(fixture.folder, e -> {}))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("schema 999");
        }
    }

    @Test
    void aCallOfANewerTermTakesNoWrites() throws Exception {
        fixture.store.calls().open(CALL, Mode.VIDEO, NOW).get(5, TimeUnit.SECONDS);
        fixture.sql("UPDATE call SET term = 77");

        assertThatThrownBy(
                        () -> fixture.store.calls().saveMode(CALL, Mode.PHOTO).get(5, TimeUnit.SECONDS))
                .hasCauseInstanceOf(StoreException.class)
                .hasMessageContaining("newer term 77");
        assertThatThrownBy(
                        () -> fixture.store.calls().open(CALL, Mode.PHOTO, NOW).get(5, TimeUnit.SECONDS))
                .hasMessageContaining("newer term 77");
        assertThat(fixture.failures).isEmpty();
    }

    @Test
    void aFileThatIsNoDatabaseIsRefused() throws Exception {
        DataFolder folder = new DataFolder(temporary.resolve("garbage"));
        folder.create();
        Files.write(folder.database(), new byte[8_192]);
        Files.writeString(folder.database(), "this is not a database, it only has the name of one".repeat(40));

        assertThatThrownBy(() -> JdbcStore.open(folder, e -> {}))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("cannot open the store");
    }

    private void addPhoto() throws Exception {
        fixture.store.calls().open(CALL, Mode.PHOTO, NOW);
        StoredPhoto photo = new StoredPhoto(
                PhotoId.random(), 1, new PersonId("ada"), "Pump", NOW, NOW, true, PhotoState.ARRIVING, 5, List.of());
        fixture.store.photos().add(CALL, photo).get(5, TimeUnit.SECONDS);
    }

    private static long epoch(JdbcStore store) throws Exception {
        return store.calls()
                .open(CALL, Mode.VIDEO, NOW)
                .get(5, TimeUnit.SECONDS)
                .photos()
                .get(0)
                .epoch();
    }
}
