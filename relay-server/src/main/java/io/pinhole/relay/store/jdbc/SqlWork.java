package io.pinhole.relay.store.jdbc;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Something to do on one of the store's connections, within a transaction that is begun and ended outside. */
interface SqlWork<T> {

    /** @return null where {@code T} is Void */
    @Nullable T run(Tables tables) throws SQLException;
}
