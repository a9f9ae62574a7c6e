package io.pinhole.relay.store.jdbc;

import io.pinhole.relay.config.DataFolder;
import io.pinhole.relay.store.StoreException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A store in a folder of its own that a test may close and open again. */
final class SqliteFixture implements AutoCloseable {

    final DataFolder folder;
    final List<StoreException> failures = new CopyOnWriteArrayList<>();
    JdbcStore store;

    SqliteFixture(Path folder) {
        this.folder = new DataFolder(folder);
        this.store = JdbcStore.open(this.folder, failures::add);
    }

    void reopen() {
        store.close();
        store = JdbcStore.open(folder, failures::add);
    }

    @Override
    public void close() {
        store.close();
    }
}
