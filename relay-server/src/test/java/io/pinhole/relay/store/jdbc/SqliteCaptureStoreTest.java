package io.pinhole.relay.store.jdbc;

import io.pinhole.relay.store.CaptureStoreContract;
import io.pinhole.relay.store.Engine;
import java.nio.file.Path;

final class SqliteCaptureStoreTest extends CaptureStoreContract {

    @Override
    protected Engine open(Path folder) {
        return new SqliteFixture(folder);
    }
}
