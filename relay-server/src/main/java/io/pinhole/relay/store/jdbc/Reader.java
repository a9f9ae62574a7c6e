package io.pinhole.relay.store.jdbc;

import io.pinhole.relay.store.StoreException;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The one thread that only reads. Each read sees every write whose future had completed when it was asked for. */
final class Reader implements AutoCloseable {

    private static final int MAX_WAITING = 4_096;

    private final Session session;
    private final Tables tables;
    private final ThreadPoolExecutor executor;

    Reader(Session session) {
        this.session = session;
        this.tables = Tables.on(session);
        this.executor =
                new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MAX_WAITING), work -> {
                    Thread thread = new Thread(work, "store-reader");
                    thread.setDaemon(true);
                    return thread;
                });
    }

    <T> CompletableFuture<T> submit(SqlWork<T> work) {
        CompletableFuture<T> future = new CompletableFuture<>();
        try {
            executor.execute(() -> read(work, future));
        } catch (RejectedExecutionException e) {
            future.completeExceptionally(
                    new StoreException(executor.isShutdown() ? "the store is closed" : "the store is busy"));
        }
        return future;
    }

    private <T> void read(SqlWork<T> work, CompletableFuture<T> future) {
        @Nullable T result;
        try {
            result = work.run(tables);
            session.commit(); // ends the snapshot, so that the next read sees newer writes
        } catch (StoreException e) {
            abandon(future, e);
            return;
        } catch (SQLException | RuntimeException e) {
            abandon(future, new StoreException("the store could not read it: " + e.getMessage(), e));
            return;
        }
        future.complete(result);
    }

    private void abandon(CompletableFuture<?> future, StoreException e) {
        try {
            session.rollback();
        } catch (SQLException rollback) {
            e.addSuppressed(rollback);
        }
        future.completeExceptionally(e);
    }

    /** Returns when everything that was asked for has been answered. */
    @Override
    public void close() throws SQLException {
        executor.shutdown();
        boolean interrupted = false;
        while (!executor.isTerminated()) {
            try {
                executor.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        session.close();
    }
}
