package io.pinhole.relay.store.jdbc;

import io.pinhole.relay.store.StoreException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes. It takes all that waits, commits it as one transaction and only then completes the
 * futures, so that a disk flush is shared by whoever came while the one before it ran.
 *
 * <p>If a task fails, the transaction is rolled back and its tasks are run again one by one: only the faulty one fails.
 * So it is on a full disk: what finds room is kept, the rest is refused, and all goes on when there is room again. If the
 * disk fails, the store has failed for good. A second fsync after a failed one may report success for pages that were
 * lost, hence nothing is ever acknowledged after the first.
 */
final class GroupCommit implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);

    private final Session session;
    private final Tables tables;
    private final WriteQueue queue;
    private final Consumer<StoreException> onFailure;
    private final Thread thread;
    private volatile @Nullable StoreException failure;

    /** @param onFailure told once, on the writing thread, when the store has failed for good */
    GroupCommit(Session session, WriteQueue.Limits limits, Consumer<StoreException> onFailure) {
        this.session = session;
        this.tables = Tables.on(session);
        this.queue = new WriteQueue(limits);
        this.onFailure = onFailure;
        this.thread = new Thread(this::run, "store-writer");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    boolean hasFailed() {
        return failure != null;
    }

    /** @param bytes about what the work holds in memory */
    <T> CompletableFuture<T> submit(SqlWork<T> work, int bytes) {
        WriteTask<T> task = new WriteTask<>(work, bytes);
        StoreException failed = failure;
        if (failed != null) {
            task.fail(failed);
            return task.future();
        }
        switch (queue.offer(task)) {
            case TAKEN -> {}
            case FULL -> task.fail(new StoreException("the store is busy"));
            case CLOSED -> task.fail(new StoreException("the store is closed"));
        }
        return task.future();
    }

    /** Returns when everything that was submitted has been written. Not to be called by the writing thread. */
    @Override
    public void close() {
        queue.close();
        Threads.join(thread);
    }

    private void run() {
        try {
            for (List<WriteTask<?>> batch = queue.take(); !batch.isEmpty(); batch = queue.take()) {
                write(batch);
            }
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts the writer", e);
        }
    }

    private void write(List<WriteTask<?>> batch) {
        StoreException failed = failure;
        if (failed != null) {
            batch.forEach(task -> task.fail(failed));
            return;
        }
        try {
            for (WriteTask<?> task : batch) {
                task.run(tables);
            }
        } catch (SQLException | RuntimeException | Error e) {
            retreat(batch, e);
            return;
        }
        try {
            session.commit();
        } catch (SQLException e) {
            if (Sqlite.isFull(e)) {
                retreat(batch, e);
            } else {
                failForGood(batch, e);
            }
            return;
        }
        batch.forEach(WriteTask::succeed);
    }

    private void retreat(List<WriteTask<?>> batch, Throwable e) {
        if (e instanceof Error || (e instanceof SQLException sql && Sqlite.isFatal(sql))) {
            failForGood(batch, e);
            return;
        }
        try {
            session.rollback();
        } catch (SQLException rollback) {
            e.addSuppressed(rollback);
            failForGood(batch, e);
            return;
        }
        if (batch.size() == 1) {
            batch.get(0).fail(asStoreException(e));
        } else {
            batch.forEach(task -> write(List.of(task)));
        }
    }

    private void failForGood(List<WriteTask<?>> batch, Throwable e) {
        StoreException failed = new StoreException("the store failed and takes no more writes: " + e.getMessage(), e);
        failure = failed;
        LOG.error("{}", failed.getMessage(), e);
        try {
            session.rollback();
        } catch (SQLException rollback) { // SQLite often has rolled back by itself
            LOG.debug("no roll-back: {}", rollback.getMessage());
        }
        batch.forEach(task -> task.fail(failed));
        tell(failed);
    }

    private void tell(StoreException failed) {
        try {
            onFailure.accept(failed);
        } catch (RuntimeException e) { // the thread must live on, to refuse what still comes
            LOG.error("the listener for a failed store failed itself", e);
        }
    }

    private static StoreException asStoreException(Throwable e) {
        return e instanceof StoreException known
                ? known
                : new StoreException("the store could not do it: " + e.getMessage(), e);
    }
}
