package io.pinhole.relay.store.jdbc;

import java.sql.SQLException;
import java.util.Optional;

/** The bytes of flattened pictures. */
final class CaptureBlockTable {

    private final Session session;

    CaptureBlockTable(Session session) {
        this.session = session;
    }

    void insert(long capture, int index, byte[] bytes) throws SQLException {
        session.update("INSERT INTO capture_block (capture, idx, bytes) VALUES (?, ?, ?)", capture, index, bytes);
    }

    Optional<byte[]> find(long capture, int index) throws SQLException {
        return session.first(
                row -> row.getBytes(1),
                "SELECT bytes FROM capture_block WHERE capture = ? AND idx = ?",
                capture,
                index);
    }
}
