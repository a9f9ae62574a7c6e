package io.pinhole.relay.store.jdbc;

import io.pinhole.relay.store.Engine;
import io.pinhole.relay.store.PhotoStoreContract;
import java.nio.file.Path;

final class SqlitePhotoStoreTest extends PhotoStoreContract {

    @Override
    protected Engine open(Path folder) {
        return new SqliteFixture(folder);
    }
}
