package io.pinhole.relay.store.jdbc;

import io.pinhole.relay.config.DataFolder;
import io.pinhole.relay.store.CallStore;
import io.pinhole.relay.store.CaptureStore;
import io.pinhole.relay.store.Engine;
import io.pinhole.relay.store.OperationStore;
import io.pinhole.relay.store.PhotoStore;
import io.pinhole.relay.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A store in a folder of its own that a test may close and open again. */
final class SqliteFixture implements Engine {

    final DataFolder folder;
    final List<StoreException> failures = new CopyOnWriteArrayList<>();
    JdbcStore store;

    SqliteFixture(Path folder) {
        this.folder = new DataFolder(folder);
        this.store = JdbcStore.open(this.folder, failures::add);
    }

    @Override
    public CallStore calls() {
        return store.calls();
    }

    @Override
    public PhotoStore photos() {
        return store.photos();
    }

    @Override
    public OperationStore operations() {
        return store.operations();
    }

    @Override
    public CaptureStore captures() {
        return store.captures();
    }

    @Override
    public void reopen() {
        store.close();
        store = JdbcStore.open(folder, failures::add);
    }

    /** The folder as it would be found if the relay were killed now. */
    DataFolder copyAsLeftByAKill(Path to) throws IOException {
        DataFolder copy = new DataFolder(to);
        copy.create();
        for (String file : List.of("pinhole.db", "pinhole.db-wal")) {
            Files.copy(folder.root().resolve(file), copy.root().resolve(file));
        }
        return copy;
    }

    /** Changes the database behind the store's back. */
    void sql(String statement) throws SQLException {
        try (Connection connection = Sqlite.writer(folder.database());
                Statement sql = connection.createStatement()) {
            sql.executeUpdate(statement);
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
