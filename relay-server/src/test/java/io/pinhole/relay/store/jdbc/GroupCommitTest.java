package io.pinhole.relay.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pinhole.relay.store.StoreException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

final class GroupCommitTest {

    private static final WriteQueue.Limits LIMITS = new WriteQueue.Limits(20, 1_000, 10, 500);

    private final AtomicInteger commits = new AtomicInteger();
    private final AtomicReference<SQLiteErrorCode> commitFailure = new AtomicReference<>();
    private final List<StoreException> failures = new CopyOnWriteArrayList<>();
    private Connection connection;
    private Session session;
    private GroupCommit writer;
    private boolean started;

    @BeforeEach
    void open(@TempDir Path folder) throws SQLException {
        connection = Sqlite.writer(folder.resolve("test.db"));
        session = new Session(observed(connection));
        session.update("CREATE TABLE t (n INTEGER PRIMARY KEY, bytes BLOB)");
        session.commit();
        commits.set(0);
        writer = new GroupCommit(session, LIMITS, failures::add);
    }

    @AfterEach
    void close() throws SQLException {
        start();
        writer.close();
        session.close();
    }

    @Test
    void whatWaitsIsCommittedTogether() throws Exception {
        List<CompletableFuture<Void>> writes = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            writes.add(insert(i, 1));
        }
        startAndWait(writes);

        assertThat(commits).hasValue(2);
        assertThat(rows()).isEqualTo(20);
    }

    @Test
    void aBatchIsBoundedByBytes() throws Exception {
        List<CompletableFuture<Void>> writes = List.of(insert(1, 500), insert(2, 100), insert(3, 100));
        startAndWait(writes);

        assertThat(commits).hasValue(2);
    }

    @Test
    void whatIsLargerThanABatchIsCommittedAlone() throws Exception {
        List<CompletableFuture<Void>> writes = List.of(insert(1, 1), insert(2, 1), insert(3, 501), insert(4, 1));
        List<Integer> commitsBefore = new CopyOnWriteArrayList<>();
        writes.forEach(write -> write.thenRun(() -> commitsBefore.add(commits.get())));
        startAndWait(writes);
        writer.close();

        assertThat(commitsBefore).containsExactly(1, 1, 2, 3);
    }

    @Test
    void aFullQueueRefusesAtOnce() {
        for (int i = 0; i < 20; i++) {
            assertThat(insert(i, 1)).isNotDone();
        }
        assertFailed(insert(20, 1), "the store is busy");
    }

    @Test
    void aQueueFullOfBytesRefusesAtOnce() {
        assertThat(insert(1, 900)).isNotDone();
        assertFailed(insert(2, 101), "the store is busy");
        assertThat(insert(3, 100)).isNotDone();
    }

    @Test
    void onlyTheFaultyTaskFails() throws Exception {
        List<CompletableFuture<Void>> good = List.of(insert(1, 1), insert(2, 1), insert(3, 1));
        CompletableFuture<Void> duplicate = insert(2, 1);
        CompletableFuture<Void> broken = submit(() -> {
            throw new IllegalStateException("a bug");
        });
        CompletableFuture<Void> last = insert(4, 1);
        startAndWait(good);
        last.get(5, TimeUnit.SECONDS);

        assertFailed(duplicate, "UNIQUE");
        assertFailed(broken, "a bug");
        assertThat(rows()).isEqualTo(4);
        assertThat(failures).isEmpty();
    }

    @Test
    void nothingIsAcknowledgedFromAFailedCommitOn() throws Exception {
        commitFailure.set(SQLiteErrorCode.SQLITE_IOERR_FSYNC);
        CompletableFuture<Void> first = insert(1, 1);
        CompletableFuture<Void> second = insert(2, 1);
        start();
        assertFailed(first, "takes no more writes");
        assertFailed(second, "takes no more writes");

        commitFailure.set(null);
        assertFailed(insert(3, 1), "takes no more writes");
        assertThat(writer.hasFailed()).isTrue();
        writer.close();
        assertThat(failures).hasSize(1);
        assertThat(rows()).isZero();
    }

    @Test
    void onAFullDiskWhatFindsNoRoomIsRefusedUntilThereIsRoomAgain() throws Exception {
        limitPages(3);
        CompletableFuture<Void> large = insertLarge(1);
        CompletableFuture<Void> small = insert(2, 1);
        startAndWait(List.of(small));
        assertFailed(large, "full");

        limitPages(1_000);
        startAndWait(List.of(insertLarge(1), insert(3, 1)));
        assertThat(rows()).isEqualTo(3);
        assertThat(failures).isEmpty();
    }

    @Test
    void aDiskThatIsFullOnlyAtTheCommitIsNoOtherCase() throws Exception {
        commitFailure.set(SQLiteErrorCode.SQLITE_FULL);
        CompletableFuture<Void> first = insert(1, 1);
        CompletableFuture<Void> second = insert(2, 1);
        start();
        assertFailed(first, "full");
        assertFailed(second, "full");

        commitFailure.set(null);
        startAndWait(List.of(insert(2, 1)));
        assertThat(rows()).isEqualTo(1);
        assertThat(failures).isEmpty();
    }

    @Test
    void whatWaitsBehindAFailureFailsToo() throws Exception {
        commitFailure.set(SQLiteErrorCode.SQLITE_IOERR_FSYNC);
        List<CompletableFuture<Void>> writes = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            writes.add(insert(i, 1));
        }
        start();

        for (CompletableFuture<Void> write : writes) {
            assertFailed(write, "takes no more writes");
        }
    }

    @Test
    void aFutureCompletesOnlyAfterItsCommit() throws Exception {
        AtomicInteger commitsSeen = new AtomicInteger(-1);
        CountDownLatch seen = new CountDownLatch(1);
        insert(1, 1).thenRun(() -> {
            commitsSeen.set(commits.get());
            seen.countDown();
        });
        start();

        assertThat(seen.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(commitsSeen).hasValue(1);
    }

    private void start() {
        if (!started) {
            writer.start();
            started = true;
        }
    }

    private interface Action {
        void run() throws SQLException;
    }

    private CompletableFuture<Void> insert(int n, int bytes) {
        return submit(() -> session.update("INSERT INTO t (n) VALUES (?)", n), bytes);
    }

    private CompletableFuture<Void> submit(Action action) {
        return submit(action, 1);
    }

    private CompletableFuture<Void> submit(Action action, int bytes) {
        return writer.submit(
                tables -> {
                    action.run();
                    return null;
                },
                bytes);
    }

    private CompletableFuture<Void> insertLarge(int n) {
        return submit(() -> session.update("INSERT INTO t VALUES (?, zeroblob(100000))", n));
    }

    private void limitPages(int pages) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA max_page_count = " + pages);
        }
    }

    private void startAndWait(List<CompletableFuture<Void>> writes) throws Exception {
        start();
        CompletableFuture.allOf(writes.toArray(CompletableFuture[]::new)).get(5, TimeUnit.SECONDS);
    }

    private int rows() throws SQLException {
        writer.close();
        return session.first(row -> row.getInt(1), "SELECT count(*) FROM t").orElseThrow();
    }

    private static void assertFailed(CompletableFuture<?> future, String message) {
        assertThatThrownBy(() -> future.get(5, TimeUnit.SECONDS))
                .hasCauseInstanceOf(StoreException.class)
                .hasMessageContaining(message);
    }

    /** Counts commits, and fails them when told to. */
    private Connection observed(Connection real) {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("commit")) {
                        commits.incrementAndGet();
                        SQLiteErrorCode failure = commitFailure.get();
                        if (failure != null) {
                            throw new SQLiteException(failure.message, failure);
                        }
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
