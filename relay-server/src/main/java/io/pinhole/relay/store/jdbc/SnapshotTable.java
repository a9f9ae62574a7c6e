package io.pinhole.relay.store.jdbc;

import com.google.protobuf.InvalidProtocolBufferException;
import io.pinhole.protocol.proto.SnapshotMessage;
import io.pinhole.relay.store.StoreException;
import io.pinhole.relay.store.StoredSnapshot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** One snapshot a photo, at most; the log is whole without it. */
final class SnapshotTable {

    private final Session session;

    SnapshotTable(Session session) {
        this.session = session;
    }

    void put(long photo, StoredSnapshot snapshot) throws SQLException {
        byte[] widgets = SnapshotMessage.newBuilder()
                .addAllWidgets(snapshot.widgets())
                .build()
                .toByteArray();
        session.update("""
                INSERT INTO snapshot (photo, revision, widgets) VALUES (?, ?, ?)
                ON CONFLICT (photo) DO UPDATE SET revision = excluded.revision, widgets = excluded.widgets
                WHERE excluded.revision > snapshot.revision
                """, photo, snapshot.revision(), widgets);
    }

    Optional<StoredSnapshot> find(long photo) throws SQLException {
        return session.first(SnapshotTable::read, "SELECT revision, widgets FROM snapshot WHERE photo = ?", photo);
    }

    private static StoredSnapshot read(ResultSet row) throws SQLException {
        try {
            return new StoredSnapshot(
                    row.getLong(1), SnapshotMessage.parseFrom(row.getBytes(2)).getWidgetsList());
        } catch (InvalidProtocolBufferException e) {
            throw new StoreException("a stored snapshot cannot be read", e);
        }
    }
}
