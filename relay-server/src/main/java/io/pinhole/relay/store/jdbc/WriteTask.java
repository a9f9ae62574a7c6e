package io.pinhole.relay.store.jdbc;

import io.pinhole.relay.store.StoreException;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One write on its way: what to do, and who waits for it to be durable. */
final class WriteTask<T> {

    private final SqlWork<T> work;
    private final int bytes;
    private final CompletableFuture<T> future = new CompletableFuture<>();
    private @Nullable T result;

    /** @param bytes about what it holds in memory */
    WriteTask(SqlWork<T> work, int bytes) {
        this.work = work;
        this.bytes = bytes;
    }

    int bytes() {
        return bytes;
    }

    CompletableFuture<T> future() {
        return future;
    }

    /** Does the work; nothing counts before {@link #succeed}. It may run again after a roll-back. */
    void run(Tables tables) throws SQLException {
        result = work.run(tables);
    }

    void succeed() {
        future.complete(result);
    }

    void fail(StoreException e) {
        future.completeExceptionally(e);
    }
}
