package io.pinhole.relay.store.jdbc;

import io.pinhole.protocol.frame.Rendition;
import java.sql.SQLException;
import java.util.Optional;

/** The bytes of photos. */
final class BlockTable {

    private final Session session;

    BlockTable(Session session) {
        this.session = session;
    }

    void put(long photo, Rendition rendition, int index, byte[] bytes) throws SQLException {
        session.update("""
                INSERT INTO block (photo, rendition, idx, bytes) VALUES (?, ?, ?, ?)
                ON CONFLICT (photo, rendition, idx) DO UPDATE SET bytes = excluded.bytes
                """, photo, rendition.number(), index, bytes);
    }

    Optional<byte[]> find(long photo, Rendition rendition, int index) throws SQLException {
        return session.first(
                row -> row.getBytes(1),
                "SELECT bytes FROM block WHERE photo = ? AND rendition = ? AND idx = ?",
                photo,
                rendition.number(),
                index);
    }
}
