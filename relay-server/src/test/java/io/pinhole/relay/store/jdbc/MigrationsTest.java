package io.pinhole.relay.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.CaptureId;
import io.pinhole.protocol.frame.CaptureName;
import io.pinhole.protocol.frame.Mode;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.PhotoState;
import io.pinhole.relay.config.DataFolder;
import io.pinhole.relay.store.DrawnLog;
import io.pinhole.relay.store.NewCapture;
import io.pinhole.relay.store.StoredCall;
import io.pinhole.relay.store.StoredLog;
import io.pinhole.relay.store.StoredOperation;
import io.pinhole.relay.store.StoredPhoto;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MigrationsTest {

    private static final CallId CALL = new CallId("call");
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final StoredPhoto PHOTO = new StoredPhoto(
            PhotoId.random(), 1, new PersonId("ada"), "Pump", NOW, NOW, true, PhotoState.STORED, 5, List.of());

    private DataFolder folder;

    @BeforeEach
    void inAFolderOfItsOwn(@TempDir Path temporary) {
        folder = new DataFolder(temporary.resolve("data"));
    }

    @Test
    void dataOfVersion1IsKeptAndMayBeAnnotated() throws Exception {
        write(1, (tables, call) -> {});

        try (JdbcStore store = JdbcStore.open(folder, e -> {})) {
            StoredCall call = get(store.calls().open(CALL, Mode.VIDEO, NOW));
            assertThat(store.wasUnclean()).isFalse();
            assertThat(call.mode()).isEqualTo(Mode.PHOTO);
            assertThat(call.photos()).containsExactly(PHOTO);
            assertThat(get(store.operations().load(CALL, PHOTO.id())).revision())
                    .isZero();
            assertThat(get(store.operations().heads(CALL)).writers()).isEmpty();
        }
    }

    @Test
    void dataOfVersion2IsKeptAndMayBeSaved() throws Exception {
        DrawnLog log = DrawnLog.upTo(30, PHOTO, 5);
        write(2, (tables, call) -> {
            long photo = tables.photos().seq(call, PHOTO.id());
            for (StoredOperation operation : log.operations()) {
                tables.writers().bind(call, operation.writer(), operation.person());
                tables.operations().insert(call, photo, operation);
            }
            tables.snapshots().put(photo, log.at(20));
        });

        try (JdbcStore store = JdbcStore.open(folder, e -> {})) {
            assertThat(get(store.operations().load(CALL, PHOTO.id())))
                    .isEqualTo(new StoredLog(log.at(20), log.operations().subList(20, 30)));
            for (long revision : List.of(19, 29)) {
                CaptureId id = CaptureId.random();
                CaptureName name = new CaptureName("at " + revision);
                get(store.captures()
                        .save(CALL, new NewCapture(id, name, PHOTO.id(), 5, revision, PHOTO.author(), NOW)));
                assertThat(get(store.captures().widgets(id))).isEqualTo(log.at(revision));
            }
        }
    }

    @Test
    void everyVersionIsRunOnce() throws Exception {
        JdbcStore.open(folder, e -> {}).close();
        JdbcStore.open(folder, e -> {}).close();

        try (Session session = new Session(Sqlite.reader(folder.database()))) {
            assertThat(session.query(row -> row.getInt(1), "SELECT version FROM schema_version ORDER BY version"))
                    .containsExactly(1, 2, 3);
        }
    }

    /** What a relay of some version had written besides the call and its photo. */
    private interface Rows {
        void write(Tables tables, long call) throws SQLException;
    }

    /** As a relay of that version left it after a clean close. */
    private void write(int version, Rows rows) throws Exception {
        folder.create();
        try (Session session = new Session(Sqlite.writer(folder.database()))) {
            Migrations.run(session, version);
            Tables tables = Tables.on(session);
            tables.meta().begin();
            tables.calls().insert(CALL, Mode.PHOTO, NOW, 1);
            long call = tables.calls().owned(CALL, 1).seq();
            tables.photos().insert(call, PHOTO);
            rows.write(tables, call);
            tables.meta().markClean();
            session.commit();
        }
    }

    private static <T> T get(CompletableFuture<T> future) throws Exception {
        return future.get(5, TimeUnit.SECONDS);
    }
}
