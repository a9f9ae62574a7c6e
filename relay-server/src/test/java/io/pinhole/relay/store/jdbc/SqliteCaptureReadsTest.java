package io.pinhole.relay.store.jdbc;

import io.pinhole.relay.store.CaptureReadsContract;
import io.pinhole.relay.store.Engine;
import java.nio.file.Path;

final class SqliteCaptureReadsTest extends CaptureReadsContract {

    @Override
    protected Engine open(Path folder) {
        return new SqliteFixture(folder);
    }
}
