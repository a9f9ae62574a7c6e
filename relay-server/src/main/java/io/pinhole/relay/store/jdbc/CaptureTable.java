package io.pinhole.relay.store.jdbc;

import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.CaptureId;
import io.pinhole.protocol.frame.CaptureName;
import io.pinhole.protocol.frame.CaptureState;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.frame.Sha256;
import io.pinhole.relay.store.NewCapture;
import io.pinhole.relay.store.Picture;
import io.pinhole.relay.store.StoreException;
import io.pinhole.relay.store.StoredCapture;
import io.pinhole.relay.store.StoredSnapshot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Saved photos with their widgets; the blocks of their pictures know them by {@code seq}. */
final class CaptureTable {

    private static final String COLUMNS = """
            SELECT c.id, c.call_id, p.id, c.name, c.title, c.person, c.created, c.epoch, c.revision, c.state, c.failure,
                   c.rendition, c.width, c.height, c.size, c.sha256
            FROM capture c JOIN photo p ON p.seq = c.photo
            """;

    private final Session session;

    CaptureTable(Session session) {
        this.session = session;
    }

    /** What a capture is of: the rows of its call and photo, and what the photo is called. */
    record Subject(long call, long photo, String title) {}

    void insert(CallId call, NewCapture capture, Subject subject, byte[] widgets) throws SQLException {
        session.update(
                """
                INSERT INTO capture (id, call, call_id, photo, name, name_key, title, person, created, epoch, revision,
                                     state, widgets)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                capture.id().bytes(),
                subject.call(),
                call.value(),
                subject.photo(),
                capture.name().value(),
                capture.name().key(),
                subject.title(),
                capture.by().value(),
                capture.created().toEpochMilli(),
                capture.epoch(),
                capture.revision(),
                CaptureState.PENDING.name(),
                widgets);
    }

    Optional<StoredCapture> find(CaptureId capture) throws SQLException {
        return session.first(CaptureTable::read, COLUMNS + "WHERE c.id = ?", capture.bytes());
    }

    boolean isTaken(long call, CaptureName name) throws SQLException {
        return session.first(row -> true, "SELECT 1 FROM capture WHERE call = ? AND name_key = ?", call, name.key())
                .isPresent();
    }

    /** Its {@code seq}, if it is pending. */
    Optional<Long> pending(CaptureId capture) throws SQLException {
        return session.first(
                row -> row.getLong(1), "SELECT seq FROM capture WHERE id = ? AND state = 'PENDING'", capture.bytes());
    }

    void setReady(long seq, Picture picture) throws SQLException {
        session.update(
                """
                UPDATE capture SET state = ?, rendition = ?, width = ?, height = ?, size = ?, sha256 = ? WHERE seq = ?
                """,
                CaptureState.READY.name(),
                picture.from().number(),
                picture.width(),
                picture.height(),
                picture.size(),
                picture.sha256().hex(),
                seq);
    }

    void setFailed(long seq, String reason) throws SQLException {
        session.update(
                "UPDATE capture SET state = ?, failure = ? WHERE seq = ?", CaptureState.FAILED.name(), reason, seq);
    }

    /** Pending ones of which nothing more will come, the oldest first. */
    List<StoredCapture> due(int limit) throws SQLException {
        return session.query(CaptureTable::read, COLUMNS + """
                JOIN call ON call.seq = c.call
                WHERE c.state = 'PENDING' AND (p.state NOT IN ('ARRIVING', 'SUSPENDED') OR call.ended IS NOT NULL)
                ORDER BY c.seq LIMIT ?
                """, limit);
    }

    /** The newest first, below a {@code seq}. */
    List<StoredCapture> below(long seq, int limit) throws SQLException {
        return session.query(CaptureTable::read, COLUMNS + "WHERE c.seq < ? ORDER BY c.seq DESC LIMIT ?", seq, limit);
    }

    /** The same of all calls of that id. */
    List<StoredCapture> below(long seq, CallId call, int limit) throws SQLException {
        return session.query(
                CaptureTable::read,
                COLUMNS + "WHERE c.call_id = ? AND c.seq < ? ORDER BY c.seq DESC LIMIT ?",
                call.value(),
                seq,
                limit);
    }

    StoredSnapshot widgets(CaptureId capture) throws SQLException {
        return required(
                row -> new StoredSnapshot(row.getLong(1), WidgetsColumn.read(row.getBytes(2))),
                "SELECT revision, widgets FROM capture WHERE id = ?",
                capture);
    }

    long seq(CaptureId capture) throws SQLException {
        return required(row -> row.getLong(1), "SELECT seq FROM capture WHERE id = ?", capture);
    }

    /** The {@code seq} of its photo. */
    long photo(CaptureId capture) throws SQLException {
        return required(row -> row.getLong(1), "SELECT photo FROM capture WHERE id = ?", capture);
    }

    private <T> T required(Session.Row<T> row, String sql, CaptureId capture) throws SQLException {
        return session.first(row, sql, capture.bytes())
                .orElseThrow(() -> new StoreException("there is no capture " + capture));
    }

    private static StoredCapture read(ResultSet row) throws SQLException {
        CaptureState state = CaptureState.valueOf(row.getString(10));
        return new StoredCapture(
                CaptureId.of(row.getBytes(1)),
                new CallId(row.getString(2)),
                PhotoId.of(row.getBytes(3)),
                new CaptureName(row.getString(4)),
                row.getString(5),
                new PersonId(row.getString(6)),
                Instant.ofEpochMilli(row.getLong(7)),
                row.getLong(8),
                row.getLong(9),
                state,
                state == CaptureState.READY ? Optional.of(picture(row)) : Optional.empty(),
                Optional.ofNullable(row.getString(11)));
    }

    private static Picture picture(ResultSet row) throws SQLException {
        return new Picture(
                Rendition.of(row.getInt(12)),
                row.getInt(13),
                row.getInt(14),
                row.getLong(15),
                new Sha256(row.getString(16)));
    }
}
