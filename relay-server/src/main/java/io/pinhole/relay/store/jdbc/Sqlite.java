package io.pinhole.relay.store.jdbc;

import io.pinhole.relay.store.StoreException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Set;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteErrorCode;

/** How we use SQLite: the settings that make a commit durable, checked and not only asked for. */
final class Sqlite {

    /** Older ones may lose commits when a checkpoint and a commit of two connections meet. */
    private static final int[] OLDEST = {3, 51, 3};

    private static final int BUSY_MILLIS = 5_000;
    private static final int WAL_KEPT_BYTES = 64 * 1024 * 1024;

    private static final String NO_TRANSACTION = "no transaction is active";

    /** After these nothing may be believed that this process thinks it wrote. */
    private static final Set<SQLiteErrorCode> FATAL = Set.of(
            SQLiteErrorCode.SQLITE_IOERR,
            SQLiteErrorCode.SQLITE_CORRUPT,
            SQLiteErrorCode.SQLITE_NOTADB,
            SQLiteErrorCode.SQLITE_CANTOPEN,
            SQLiteErrorCode.SQLITE_READONLY,
            SQLiteErrorCode.SQLITE_PROTOCOL);

    private Sqlite() {}

    /** The only connection that writes; it makes the file if need be. */
    static Connection writer(Path file) throws SQLException {
        SQLiteConfig config = settings();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.setJournalSizeLimit(WAL_KEPT_BYTES);
        Connection connection = open(config, file);
        try {
            requireVersion(read(connection, "SELECT sqlite_version()"));
            require(connection, "journal_mode", "wal");
            require(connection, "synchronous", "2");
            require(connection, "foreign_keys", "1");
            return connection;
        } catch (SQLException | StoreException e) {
            connection.close();
            throw e;
        }
    }

    static Connection reader(Path file) throws SQLException {
        SQLiteConfig config = settings();
        config.setReadOnly(true);
        return open(config, file);
    }

    static boolean isFatal(SQLException e) {
        return FATAL.stream().anyMatch(code -> code.code == primary(e));
    }

    /** There was no room: nothing of the transaction was kept, and another may fare better. */
    static boolean isFull(SQLException e) {
        return primary(e) == SQLiteErrorCode.SQLITE_FULL.code;
    }

    /** On a full disk SQLite may have done so by itself; its driver then knows of a transaction that is none. */
    static void rollback(Connection connection) throws SQLException {
        try {
            connection.rollback();
        } catch (SQLException e) {
            if (!String.valueOf(e.getMessage()).contains(NO_TRANSACTION)) {
                throw e;
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute("BEGIN");
            }
        }
    }

    private static int primary(SQLException e) {
        return e.getErrorCode() & 0xff;
    }

    static void requireVersion(String version) {
        int[] parts =
                Arrays.stream(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
        if (Arrays.compare(parts, OLDEST) < 0) {
            throw new StoreException("SQLite " + version + " may lose commits; 3.51.3 or later is needed");
        }
    }

    private static SQLiteConfig settings() {
        SQLiteConfig config = new SQLiteConfig();
        config.enforceForeignKeys(true);
        config.setBusyTimeout(BUSY_MILLIS);
        return config;
    }

    private static Connection open(SQLiteConfig config, Path file) throws SQLException {
        return config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
    }

    private static void require(Connection connection, String pragma, String wanted) throws SQLException {
        String value = read(connection, "PRAGMA " + pragma);
        if (!value.equals(wanted)) {
            throw new StoreException("SQLite has " + pragma + "=" + value + " where " + wanted
                    + " is needed; is the data folder on a network file system?");
        }
    }

    private static String read(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
