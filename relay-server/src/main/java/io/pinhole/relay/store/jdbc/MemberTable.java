package io.pinhole.relay.store.jdbc;

import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.ClientKind;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.Right;
import io.pinhole.protocol.frame.Role;
import io.pinhole.relay.auth.Grant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who joined which call, with what their token granted. */
final class MemberTable {

    private final Session session;

    MemberTable(Session session) {
        this.session = session;
    }

    void put(long call, Grant grant) throws SQLException {
        session.update(
                """
                INSERT INTO member (call, person, name, role, client, rights) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (call, person) DO UPDATE SET
                  name = excluded.name, role = excluded.role, client = excluded.client, rights = excluded.rights
                """,
                call,
                grant.person().value(),
                grant.name(),
                grant.role().word(),
                grant.client().word(),
                grant.rights().map(MemberTable::words).orElse(null));
    }

    void remove(long call, PersonId person) throws SQLException {
        session.update("DELETE FROM member WHERE call = ? AND person = ?", call, person.value());
    }

    List<Grant> of(long seq, CallId call) throws SQLException {
        return session.query(
                row -> read(row, call),
                "SELECT person, name, role, client, rights FROM member WHERE call = ? ORDER BY person",
                seq);
    }

    private static Grant read(ResultSet row, CallId call) throws SQLException {
        return new Grant(
                call,
                new PersonId(row.getString(1)),
                row.getString(2),
                Role.of(row.getString(3)),
                ClientKind.of(row.getString(4)),
                rights(row.getString(5)));
    }

    private static String words(Set<Right> rights) {
        return rights.stream().sorted().map(Right::word).collect(Collectors.joining(","));
    }

    private static Optional<Set<Right>> rights(@Nullable String words) {
        return Optional.ofNullable(words)
                .map(list -> Stream.of(list.split(","))
                        .filter(word -> !word.isEmpty())
                        .map(Right::of)
                        .collect(Collectors.toSet()));
    }
}
