package io.pinhole.relay.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.CaptureId;
import io.pinhole.protocol.frame.CaptureName;
import io.pinhole.protocol.frame.CaptureState;
import io.pinhole.protocol.frame.Mode;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.PhotoState;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.frame.Sha256;
import io.pinhole.relay.store.CaptureStore;
import io.pinhole.relay.store.CaptureStore.Saved.Kept;
import io.pinhole.relay.store.DrawnLog;
import io.pinhole.relay.store.NewCapture;
import io.pinhole.relay.store.PhotoStore;
import io.pinhole.relay.store.Picture;
import io.pinhole.relay.store.StoreException;
import io.pinhole.relay.store.StoredPhoto;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the database itself keeps of captures: against deletion, other terms, and the death of the relay. */
final class CaptureRowsTest {

    private static final CallId CALL = new CallId("call");
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final StoredPhoto PHOTO = new StoredPhoto(
            PhotoId.random(), 1, new PersonId("ada"), "Pump", NOW, NOW, true, PhotoState.STORED, 5, List.of());
    private static final byte[] JPEG = new byte[PhotoStore.BLOCK_BYTES + 1];

    private final DrawnLog log = DrawnLog.upTo(30, PHOTO, 3);
    private final NewCapture capture = capture("Leak", 5);

    @TempDir
    Path temporary;

    private SqliteFixture fixture;

    @BeforeEach
    void aCapture() throws Exception {
        fixture = new SqliteFixture(temporary.resolve("data"));
        get(fixture.store.calls().open(CALL, Mode.PHOTO, NOW));
        get(fixture.store.photos().add(CALL, PHOTO));
        get(fixture.store.operations().append(CALL, log.operations()));
        get(fixture.store.captures().save(CALL, capture));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void neitherThePhotoNorItsCallCanBeDeletedUnderACapture() throws Exception {
        for (String table : List.of("photo", "call")) {
            assertThatThrownBy(() -> fixture.sql("DELETE FROM " + table))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("FOREIGN KEY");
        }
        assertThat(widgets()).isEqualTo(log.at(20));

        fixture.sql("DELETE FROM capture");
        fixture.sql("DELETE FROM call");
        assertThat(count("photo")).isZero();
    }

    @Test
    void thePictureGoesWithItsCapture() throws Exception {
        get(fixture.store.captures().finish(capture.id(), picture(), JPEG));
        assertThat(count("capture_block")).isEqualTo(2);

        fixture.sql("DELETE FROM capture");

        assertThat(count("capture_block")).isZero();
    }

    @Test
    void ofAKilledRelayEverythingAcknowledgedIsKeptAndTheSameAgainIsAnsweredInItsEpoch() throws Exception {
        NewCapture pending = capture("Pending", 5, 30);
        Kept ready = kept(finished());
        Kept saved = kept(get(fixture.store.captures().save(CALL, pending)));

        try (JdbcStore store = JdbcStore.open(fixture.copyAsLeftByAKill(temporary.resolve("killed")), e -> {})) {
            CaptureStore captures = store.captures();
            assertThat(get(captures.list(Optional.empty(), Optional.empty(), 10)))
                    .containsExactly(saved.capture(), ready.capture());
            assertThat(get(captures.widgets(capture.id()))).isEqualTo(log.at(20));
            assertThat(get(captures.widgets(pending.id()))).isEqualTo(log.at(30));
            assertThat(get(captures.readPicture(capture.id(), 1))).hasSize(1);
            assertThat(get(captures.due(10))).containsExactly(saved.capture());

            get(store.calls().open(CALL, Mode.PHOTO, NOW));
            assertThat(get(captures.save(CALL, capture))).isEqualTo(ready);
            assertThatThrownBy(() -> get(captures.save(CALL, capture("Old", 5))))
                    .hasMessageContaining("epoch 6, not 5");
            NewCapture anew = capture("New", 6);
            get(captures.save(CALL, anew));
            assertThat(get(captures.widgets(anew.id()))).isEqualTo(log.at(20));
        }
    }

    @Test
    void aCallOfANewerTermIsNotSavedFrom() throws Exception {
        fixture.sql("UPDATE call SET term = 77");

        assertThatThrownBy(() -> get(fixture.store.captures().save(CALL, capture("Another", 5))))
                .hasCauseInstanceOf(StoreException.class)
                .hasMessageContaining("newer term 77");
    }

    @Test
    void aLogWithAHoleIsNotSaved() throws Exception {
        fixture.sql("DELETE FROM operation WHERE revision = 3");

        assertThatThrownBy(() -> get(fixture.store.captures().save(CALL, capture("Another", 5))))
                .hasCauseInstanceOf(StoreException.class)
                .hasMessageContaining("revision 4 where 3 is expected");
        assertThat(get(fixture.store.captures().due(10))).hasSize(1);
    }

    private CaptureStore.Saved finished() throws Exception {
        get(fixture.store.captures().finish(capture.id(), picture(), JPEG));
        CaptureStore.Saved ready = get(fixture.store.captures().save(CALL, capture));
        assertThat(kept(ready).capture().state()).isEqualTo(CaptureState.READY);
        return ready;
    }

    private Object widgets() throws Exception {
        return get(fixture.store.captures().widgets(capture.id()));
    }

    private static Kept kept(CaptureStore.Saved saved) {
        return (Kept) saved;
    }

    private static NewCapture capture(String name, long epoch) {
        return capture(name, epoch, 20);
    }

    private static NewCapture capture(String name, long epoch, long revision) {
        return new NewCapture(
                CaptureId.random(), new CaptureName(name), PHOTO.id(), epoch, revision, PHOTO.author(), NOW);
    }

    private static Picture picture() {
        return new Picture(Rendition.WORKING, 1600, 1200, JPEG.length, Sha256.of(JPEG));
    }

    private int count(String table) throws SQLException {
        try (Session session = new Session(Sqlite.reader(fixture.folder.database()))) {
            return session.first(row -> row.getInt(1), "SELECT count(*) FROM " + table)
                    .orElseThrow();
        }
    }

    private static <T> T get(CompletableFuture<T> future) throws Exception {
        return future.get(5, TimeUnit.SECONDS);
    }
}
