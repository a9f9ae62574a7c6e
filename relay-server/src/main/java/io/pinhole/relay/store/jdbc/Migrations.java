package io.pinhole.relay.store.jdbc;

import io.pinhole.relay.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;

/** Brings a database's schema forward, never back: numbered scripts, each in one transaction with its number. */
final class Migrations {

    /** In order: the first makes version 1. Only ever appended to. */
    private static final List<String> SCRIPTS =
            List.of("V1__calls_and_photos.sql", "V2__operations.sql", "V3__captures.sql");

    private static final String FOLDER = "/db/sqlite/";

    private Migrations() {}

    static void run(Session session) throws SQLException {
        run(session, SCRIPTS.size());
    }

    /** @param to the version to stop at */
    static void run(Session session, int to) throws SQLException {
        session.update("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER PRIMARY KEY)");
        int found = session.first(row -> row.getInt(1), "SELECT coalesce(max(version), 0) FROM schema_version")
                .orElseThrow();
        if (found > SCRIPTS.size()) {
            throw new StoreException("the data folder has schema " + found + ", this relay knows only " + SCRIPTS.size()
                    + "; start the newer relay that wrote it");
        }
        session.commit();
        for (int version = found + 1; version <= to; version++) {
            for (String statement : statements(SCRIPTS.get(version - 1))) {
                session.update(statement);
            }
            session.update("INSERT INTO schema_version (version) VALUES (?)", version);
            session.commit();
        }
    }

    /** A script's statements: each ends with a semicolon at the end of its line. */
    private static List<String> statements(String script) {
        try (InputStream in = Migrations.class.getResourceAsStream(FOLDER + script)) {
            if (in == null) {
                throw new StoreException("the migration " + script + " is missing from this relay");
            }
            String sql = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return List.of(sql.strip().split(";\\s*(\\n|$)"));
        } catch (IOException e) {
            throw new StoreException("the migration " + script + " cannot be read", e);
        }
    }
}
