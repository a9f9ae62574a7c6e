package io.pinhole.relay.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.Mode;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.PhotoState;
import io.pinhole.relay.config.DataFolder;
import io.pinhole.relay.store.StoredCall;
import io.pinhole.relay.store.StoredPhoto;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MigrationsTest {

    private static final CallId CALL = new CallId("call");
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final StoredPhoto PHOTO = new StoredPhoto(
            PhotoId.random(), 1, new PersonId("ada"), "Pump", NOW, NOW, true, PhotoState.STORED, 5, List.of());

    @TempDir
    Path temporary;

    @Test
    void dataOfVersion1IsKeptAndMayBeAnnotated() throws Exception {
        DataFolder folder = new DataFolder(temporary.resolve("data"));
        folder.create();
        writeVersion1(folder);

        try (JdbcStore store = JdbcStore.open(folder, e -> {})) {
            StoredCall call = store.calls().open(CALL, Mode.VIDEO, NOW).get(5, TimeUnit.SECONDS);
            assertThat(store.wasUnclean()).isFalse();
            assertThat(call.mode()).isEqualTo(Mode.PHOTO);
            assertThat(call.photos()).containsExactly(PHOTO);
            assertThat(store.operations()
                            .load(CALL, PHOTO.id())
                            .get(5, TimeUnit.SECONDS)
                            .revision())
                    .isZero();
            assertThat(store.operations().heads(CALL).get(5, TimeUnit.SECONDS).writers())
                    .isEmpty();
        }
    }

    @Test
    void everyVersionIsRunOnce() throws Exception {
        DataFolder folder = new DataFolder(temporary.resolve("data"));
        JdbcStore.open(folder, e -> {}).close();
        JdbcStore.open(folder, e -> {}).close();

        try (Session session = new Session(Sqlite.reader(folder.database()))) {
            assertThat(session.query(row -> row.getInt(1), "SELECT version FROM schema_version ORDER BY version"))
                    .containsExactly(1, 2, 3);
        }
    }

    /** As a relay of that version left it after a clean close. */
    private static void writeVersion1(DataFolder folder) throws SQLException {
        try (Session session = new Session(Sqlite.writer(folder.database()))) {
            Migrations.run(session, 1);
            Tables tables = Tables.on(session);
            tables.meta().begin();
            tables.calls().insert(CALL, Mode.PHOTO, NOW, 1);
            tables.photos().insert(tables.calls().owned(CALL, 1).seq(), PHOTO);
            tables.meta().markClean();
            session.commit();
        }
    }
}
