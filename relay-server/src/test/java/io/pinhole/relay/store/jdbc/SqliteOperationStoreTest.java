package io.pinhole.relay.store.jdbc;

import io.pinhole.relay.store.Engine;
import io.pinhole.relay.store.OperationStoreContract;
import java.nio.file.Path;

final class SqliteOperationStoreTest extends OperationStoreContract {

    @Override
    protected Engine open(Path folder) {
        return new SqliteFixture(folder);
    }
}
