package io.pinhole.relay.store.jdbc;

import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.Mode;
import io.pinhole.relay.store.StoreException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Calls, running and ended; other tables know them by {@code seq}. */
final class CallTable {

    private final Session session;

    CallTable(Session session) {
        this.session = session;
    }

    /** A running call. */
    record CallRow(long seq, Mode mode, Instant created, long term) {}

    Optional<CallRow> running(CallId call) throws SQLException {
        return session.first(
                CallTable::read,
                "SELECT seq, mode, created, term FROM call WHERE id = ? AND ended IS NULL",
                call.value());
    }

    /**
     * The running call of that id, if it may be written to in our term.
     *
     * @throws StoreException if there is none, or if its owner has a newer term
     */
    CallRow owned(CallId call, long term) throws SQLException {
        CallRow row = running(call).orElseThrow(() -> new StoreException("call " + call + " is not running"));
        if (row.term() > term) {
            throw new StoreException(
                    "call " + call + " is owned by the newer term " + row.term() + ", ours is " + term);
        }
        return row;
    }

    void insert(CallId call, Mode mode, Instant created, long term) throws SQLException {
        session.update(
                "INSERT INTO call (id, mode, created, term) VALUES (?, ?, ?, ?)",
                call.value(),
                mode.name(),
                created.toEpochMilli(),
                term);
    }

    void own(long call, long term) throws SQLException {
        session.update("UPDATE call SET term = ? WHERE seq = ?", term, call);
    }

    void setMode(long call, Mode mode) throws SQLException {
        session.update("UPDATE call SET mode = ? WHERE seq = ?", mode.name(), call);
    }

    void end(long call, Instant now) throws SQLException {
        session.update("UPDATE call SET ended = ? WHERE seq = ?", now.toEpochMilli(), call);
    }

    private static CallRow read(ResultSet row) throws SQLException {
        return new CallRow(
                row.getLong(1), Mode.valueOf(row.getString(2)), Instant.ofEpochMilli(row.getLong(3)), row.getLong(4));
    }
}
