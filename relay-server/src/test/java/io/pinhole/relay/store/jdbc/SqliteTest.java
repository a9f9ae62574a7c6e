package io.pinhole.relay.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pinhole.relay.store.StoreException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

final class SqliteTest {

    @ParameterizedTest
    @ValueSource(strings = {"3.51.3", "3.51.10", "3.54.1", "4.0"})
    void aSafeVersionIsAccepted(String version) {
        assertThatCode(() -> Sqlite.requireVersion(version)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.51.2", "3.7.0", "3.9.99", "2.99.99"})
    void aVersionThatMayLoseCommitsIsRefused(String version) {
        assertThatThrownBy(() -> Sqlite.requireVersion(version))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(version);
    }

    @Test
    void aReaderCannotWrite(@TempDir Path folder) throws SQLException {
        Path file = folder.resolve("test.db");
        try (Connection writer = Sqlite.writer(file);
                Connection reader = Sqlite.reader(file);
                Statement create = writer.createStatement();
                Statement insert = reader.createStatement()) {
            create.executeUpdate("CREATE TABLE t (n INTEGER)");
            assertThatThrownBy(() -> insert.executeUpdate("INSERT INTO t VALUES (1)"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void aFailingDiskIsFatalAndAFullOneOrABrokenConstraintIsNot() {
        assertThat(Sqlite.isFatal(new SQLiteException("", SQLiteErrorCode.SQLITE_IOERR_FSYNC)))
                .isTrue();
        assertThat(Sqlite.isFatal(new SQLiteException("", SQLiteErrorCode.SQLITE_CORRUPT_VTAB)))
                .isTrue();
        assertThat(Sqlite.isFatal(new SQLiteException("", SQLiteErrorCode.SQLITE_FULL)))
                .isFalse();
        assertThat(Sqlite.isFatal(new SQLiteException("", SQLiteErrorCode.SQLITE_CONSTRAINT_UNIQUE)))
                .isFalse();
    }
}
