package io.pinhole.relay.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.CaptureId;
import io.pinhole.protocol.frame.CaptureName;
import io.pinhole.protocol.frame.Mode;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.PhotoState;
import io.pinhole.relay.store.CaptureStore.Saved;
import io.pinhole.relay.store.DrawnLog;
import io.pinhole.relay.store.NewCapture;
import io.pinhole.relay.store.StoreException;
import io.pinhole.relay.store.StoredPhoto;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may happen while a long log is read: the test holds the reader between two of the saving's turns. */
final class CaptureSavingTest {

    private static final CallId CALL = new CallId("call");
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final StoredPhoto PHOTO = new StoredPhoto(
            PhotoId.random(), 1, new PersonId("ada"), "Pump", NOW, NOW, true, PhotoState.STORED, 5, List.of());
    private static final int REVISION = 700;

    private final DrawnLog log = DrawnLog.upTo(REVISION, PHOTO, 3);
    private final NewCapture capture =
            new NewCapture(CaptureId.random(), new CaptureName("Leak"), PHOTO.id(), 5, REVISION, PHOTO.author(), NOW);
    private SqliteFixture fixture;
    private Session session;
    private GroupCommit writer;
    private Reader reader;
    private Hold hold;

    @BeforeEach
    void aLongLog(@TempDir Path folder) throws Exception {
        fixture = new SqliteFixture(folder);
        get(fixture.store.calls().open(CALL, Mode.PHOTO, NOW));
        get(fixture.store.photos().add(CALL, PHOTO));
        get(fixture.store.operations().append(CALL, log.operations()));
        session = new Session(Sqlite.writer(fixture.folder.database()));
        writer = new GroupCommit(session, WriteQueue.Limits.STANDARD, fixture.failures::add);
        writer.start();
        reader = new Reader(new Session(Sqlite.reader(fixture.folder.database())));
        hold = new Hold();
    }

    @AfterEach
    void close() throws Exception {
        hold.end();
        reader.close();
        writer.close();
        session.close();
        fixture.close();
    }

    @Test
    void aLongLogIsReadInTurnsWithOtherReadsAndHoldsUpNoWrite() throws Exception {
        CompletableFuture<Saved> saved = save();
        turns(4);
        get(writer.submit(tables -> null, 1));
        assertThat(saved).isNotDone();
        hold.end();

        assertThat(get(saved)).isInstanceOf(Saved.Kept.class);
        assertThat(get(fixture.store.captures().widgets(capture.id()))).isEqualTo(log.at(REVISION));
    }

    @Test
    void aNameThatWasTakenMeanwhileIsTaken() throws Exception {
        CompletableFuture<Saved> saved = save();
        turns(1);
        NewCapture other =
                new NewCapture(CaptureId.random(), new CaptureName("LEAK"), PHOTO.id(), 5, 0, PHOTO.author(), NOW);
        get(fixture.store.captures().save(CALL, other));
        hold.end();

        assertThat(get(saved)).isEqualTo(new Saved.NameTaken());
    }

    @Test
    void aCallThatEndedMeanwhileIsNotSavedFrom() throws Exception {
        CompletableFuture<Saved> saved = save();
        turns(1);
        get(fixture.store.calls().end(CALL, NOW));
        hold.end();

        failed(saved, "not running");
    }

    @Test
    void aCallThatBeganAnewMeanwhileWithTheSamePhotoIsNotSavedFrom() throws Exception {
        CompletableFuture<Saved> saved = save();
        turns(2); // then the photo's row is known
        get(fixture.store.calls().end(CALL, NOW));
        get(fixture.store.calls().open(CALL, Mode.PHOTO, NOW));
        get(fixture.store.photos().add(CALL, PHOTO));
        hold.end();

        failed(saved, "began anew");
    }

    @Test
    void aLogThatWasDeletedMeanwhileIsNotSaved() throws Exception {
        CompletableFuture<Saved> saved = save();
        turns(3);
        fixture.sql("DELETE FROM photo");
        hold.end();

        failed(saved, "was deleted while it was read");
    }

    private CompletableFuture<Saved> save() {
        return new CaptureSaving(CALL, capture, reader, fixture.store.term()).run(writer);
    }

    /** Lets the saving take so many turns, and holds the reader again. */
    private void turns(int count) throws Exception {
        for (int turn = 0; turn < count; turn++) {
            get(writer.submit(tables -> null, 1)); // what it had the writer do is done
            Hold before = hold;
            hold = new Hold();
            before.end();
            assertThat(hold.began.await(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    private void failed(CompletableFuture<Saved> saved, String message) throws Exception {
        assertThatThrownBy(() -> get(saved))
                .hasCauseInstanceOf(StoreException.class)
                .hasMessageContaining(message);
        assertThat(get(fixture.store.captures().find(capture.id()))).isEmpty();
    }

    /** Keeps the reader from going on with what was asked for after it. */
    private final class Hold {

        private final CountDownLatch began = new CountDownLatch(1);
        private final CountDownLatch end = new CountDownLatch(1);
        private final CompletableFuture<Void> held = reader.submit(tables -> {
            began.countDown();
            try {
                end.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            return null;
        });

        void end() throws Exception {
            end.countDown();
            get(held);
        }
    }

    private static <T> T get(CompletableFuture<T> future) throws Exception {
        return future.get(5, TimeUnit.SECONDS);
    }
}
