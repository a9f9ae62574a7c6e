package io.pinhole.relay.store.jdbc;

import io.pinhole.protocol.frame.PersonId;
import io.pinhole.relay.store.StoreException;
import io.pinhole.relay.store.StoredHeads;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;

/** The numbers that people write operations under. */
final class WriterTable {

    private final Session session;

    WriterTable(Session session) {
        this.session = session;
    }

    /** @throws StoreException if the number is somebody else's */
    void bind(long call, long writer, PersonId person) throws SQLException {
        session.update(
                "INSERT INTO writer (call, writer, person) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                call,
                writer,
                person.value());
        boolean bound = session.first(
                        row -> row.getString(1).equals(person.value()),
                        "SELECT person FROM writer WHERE call = ? AND writer = ?",
                        call,
                        writer)
                .orElseThrow();
        if (!bound) {
            throw new StoreException("writer " + writer + " is not " + person);
        }
    }

    /** All of a call, with the last seq of each. */
    Map<Long, StoredHeads.Writer> of(long call) throws SQLException {
        return session
                .query(
                        row -> Map.entry(
                                row.getLong(1), new StoredHeads.Writer(new PersonId(row.getString(2)), row.getLong(3))),
                        """
                        SELECT writer, person,
                               (SELECT coalesce(max(seq), 0) FROM operation o
                                WHERE o.call = w.call AND o.writer = w.writer)
                        FROM writer w WHERE call = ?
                        """,
                        call)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
