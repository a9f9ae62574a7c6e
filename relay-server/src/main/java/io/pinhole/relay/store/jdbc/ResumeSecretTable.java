package io.pinhole.relay.store.jdbc;

import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.Sha256;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Hashes of the secrets with which members may come back. */
final class ResumeSecretTable {

    private final Session session;

    ResumeSecretTable(Session session) {
        this.session = session;
    }

    void replace(long call, PersonId person, Set<Sha256> hashes) throws SQLException {
        session.update("DELETE FROM resume_secret WHERE call = ? AND person = ?", call, person.value());
        int age = 0;
        for (Sha256 hash : hashes) {
            session.update(
                    "INSERT INTO resume_secret (call, person, hash, age) VALUES (?, ?, ?, ?)",
                    call,
                    person.value(),
                    hash.hex(),
                    age++);
        }
    }

    void removeAll(long call) throws SQLException {
        session.update("DELETE FROM resume_secret WHERE call = ?", call);
    }

    Map<PersonId, Set<Sha256>> of(long call) throws SQLException {
        return session
                .query(
                        row -> Map.entry(new PersonId(row.getString(1)), new Sha256(row.getString(2))),
                        "SELECT person, hash FROM resume_secret WHERE call = ? ORDER BY age",
                        call)
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toCollection(LinkedHashSet::new))));
    }
}
