package io.pinhole.relay.store.jdbc;

import io.pinhole.relay.store.CallStoreContract;
import io.pinhole.relay.store.Engine;
import java.nio.file.Path;

final class SqliteCallStoreTest extends CallStoreContract {

    @Override
    protected Engine open(Path folder) {
        return new SqliteFixture(folder);
    }
}
