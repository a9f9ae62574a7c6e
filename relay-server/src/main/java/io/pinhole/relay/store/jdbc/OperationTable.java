package io.pinhole.relay.store.jdbc;

import com.google.protobuf.InvalidProtocolBufferException;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.proto.OperationMessage;
import io.pinhole.protocol.proto.OperationResult;
import io.pinhole.relay.store.StoreException;
import io.pinhole.relay.store.StoredOperation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Every operation with its result; those that have a revision are their photo's log. */
final class OperationTable {

    private static final String COLUMNS = """
            SELECT p.id, o.epoch, o.writer, w.person, o.time, o.change, o.result
            FROM operation o JOIN photo p ON p.seq = o.photo JOIN writer w ON w.call = o.call AND w.writer = o.writer
            """;

    private final Session session;

    OperationTable(Session session) {
        this.session = session;
    }

    void insert(long call, long photo, StoredOperation operation) throws SQLException {
        session.update(
                """
                INSERT INTO operation (call, writer, seq, photo, epoch, revision, time, change, result)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                call,
                operation.writer(),
                operation.seq(),
                photo,
                operation.epoch(),
                operation.isRefused() ? null : operation.revision(),
                operation.time().toEpochMilli(),
                operation.change().toByteArray(),
                operation.result().toByteArray());
    }

    List<StoredOperation> after(long photo, long revision, int limit) throws SQLException {
        return session.query(
                OperationTable::read,
                COLUMNS + "WHERE o.photo = ? AND o.revision > ? ORDER BY o.revision LIMIT ?",
                photo,
                revision,
                limit);
    }

    List<StoredOperation> decided(long call, long writer, long firstSeq, int limit) throws SQLException {
        return session.query(
                OperationTable::read,
                COLUMNS + "WHERE o.call = ? AND o.writer = ? AND o.seq >= ? ORDER BY o.seq LIMIT ?",
                call,
                writer,
                firstSeq,
                limit);
    }

    /** The newest revision of a photo's log; 0 before the first. */
    long newest(long photo) throws SQLException {
        return session.first(
                        row -> row.getLong(1),
                        "SELECT coalesce(max(revision), 0) FROM operation WHERE photo = ?",
                        photo)
                .orElseThrow();
    }

    /** The newest revision of each photo of a call that has one. */
    Map<PhotoId, Long> revisions(long call) throws SQLException {
        return session.query(row -> Map.entry(PhotoId.of(row.getBytes(1)), row.getLong(2)), """
                        SELECT p.id, max(o.revision) FROM photo p JOIN operation o ON o.photo = p.seq
                        WHERE p.call = ? AND o.revision IS NOT NULL GROUP BY p.seq
                        """, call).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static StoredOperation read(ResultSet row) throws SQLException {
        try {
            return new StoredOperation(
                    PhotoId.of(row.getBytes(1)),
                    row.getLong(2),
                    row.getLong(3),
                    new PersonId(row.getString(4)),
                    Instant.ofEpochMilli(row.getLong(5)),
                    OperationMessage.parseFrom(row.getBytes(6)),
                    OperationResult.parseFrom(row.getBytes(7)));
        } catch (InvalidProtocolBufferException e) {
            throw new StoreException("a stored operation cannot be read", e);
        }
    }
}
