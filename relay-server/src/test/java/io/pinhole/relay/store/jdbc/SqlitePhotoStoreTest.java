package io.pinhole.relay.store.jdbc;

import io.pinhole.relay.store.CallStore;
import io.pinhole.relay.store.PhotoStore;
import io.pinhole.relay.store.PhotoStoreContract;
import java.nio.file.Path;

final class SqlitePhotoStoreTest extends PhotoStoreContract {

    private SqliteFixture fixture;

    @Override
    protected void open(Path folder) {
        fixture = new SqliteFixture(folder);
    }

    @Override
    protected void close() {
        fixture.close();
    }

    @Override
    protected CallStore calls() {
        return fixture.store.calls();
    }

    @Override
    protected PhotoStore photos() {
        return fixture.store.photos();
    }

    @Override
    protected void reopen() {
        fixture.reopen();
    }
}
