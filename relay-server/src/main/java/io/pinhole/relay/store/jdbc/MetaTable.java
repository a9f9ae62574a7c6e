package io.pinhole.relay.store.jdbc;

import java.sql.SQLException;
import java.util.UUID;

/** One row about the database itself: whose it is, how often it was opened, how it was closed. */
final class MetaTable {

    private final Session session;

    MetaTable(Session session) {
        this.session = session;
    }

    /** How a start found the database, and the term that it begins. */
    record Start(String deployment, long term, boolean wasClean) {}

    /** Begins a new term. Until {@link #markClean} the database counts as not closed. */
    Start begin() throws SQLException {
        session.update(
                "INSERT INTO meta (one, deployment, term, clean) VALUES (1, ?, 0, 1) ON CONFLICT DO NOTHING",
                UUID.randomUUID().toString());
        Start start = session.first(
                        row -> new Start(row.getString(1), row.getLong(2) + 1, row.getBoolean(3)),
                        "SELECT deployment, term, clean FROM meta")
                .orElseThrow();
        session.update("UPDATE meta SET term = ?, clean = 0", start.term());
        return start;
    }

    void markClean() throws SQLException {
        session.update("UPDATE meta SET clean = 1");
    }
}
