package io.pinhole.relay.store.jdbc;

import io.pinhole.relay.store.CallStore;
import io.pinhole.relay.store.CaptureStore;
import io.pinhole.relay.store.CaptureStoreContract;
import io.pinhole.relay.store.OperationStore;
import io.pinhole.relay.store.PhotoStore;
import java.nio.file.Path;

final class SqliteCaptureStoreTest extends CaptureStoreContract {

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
    protected OperationStore operations() {
        return fixture.store.operations();
    }

    @Override
    protected CaptureStore captures() {
        return fixture.store.captures();
    }

    @Override
    protected void reopen() {
        fixture.reopen();
    }
}
