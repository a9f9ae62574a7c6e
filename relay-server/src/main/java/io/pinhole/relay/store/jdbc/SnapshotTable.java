package io.pinhole.relay.store.jdbc;

import io.pinhole.relay.store.StoredSnapshot;
import java.sql.SQLException;
import java.util.Optional;

/** One snapshot a photo, at most; the log is whole without it. */
final class SnapshotTable {

    private final Session session;

    SnapshotTable(Session session) {
        this.session = session;
    }

    void put(long photo, StoredSnapshot snapshot) throws SQLException {
        session.update("""
                INSERT INTO snapshot (photo, revision, widgets) VALUES (?, ?, ?)
                ON CONFLICT (photo) DO UPDATE SET revision = excluded.revision, widgets = excluded.widgets
                WHERE excluded.revision > snapshot.revision
                """, photo, snapshot.revision(), WidgetsColumn.write(snapshot.widgets()));
    }

    Optional<StoredSnapshot> find(long photo) throws SQLException {
        return session.first(
                row -> new StoredSnapshot(row.getLong(1), WidgetsColumn.read(row.getBytes(2))),
                "SELECT revision, widgets FROM snapshot WHERE photo = ?",
                photo);
    }
}
