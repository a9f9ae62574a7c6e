package io.pinhole.relay.store.jdbc;

import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.Mode;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.Sha256;
import io.pinhole.relay.store.CallStore;
import io.pinhole.relay.store.StoredCall;
import io.pinhole.relay.store.StoredMember;
import io.pinhole.relay.store.jdbc.CallTable.CallRow;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Calls and their members on SQL. */
final class JdbcCallStore implements CallStore {

    /** Roughly what a small write holds in memory. */
    private static final int SMALL = 512;

    private final GroupCommit writer;
    private final Reader reader;
    private final long term;

    JdbcCallStore(GroupCommit writer, Reader reader, long term) {
        this.writer = writer;
        this.reader = reader;
        this.term = term;
    }

    @Override
    public CompletableFuture<StoredCall> open(CallId call, Mode mode, Instant now) {
        return writer.submit(
                tables -> {
                    if (tables.calls().running(call).isEmpty()) {
                        tables.calls().insert(call, mode, now, term);
                    } else {
                        tables.calls().own(tables.calls().owned(call, term).seq(), term);
                    }
                    return load(tables, call, tables.calls().owned(call, term));
                },
                SMALL);
    }

    @Override
    public CompletableFuture<Optional<StoredCall>> find(CallId call) {
        return reader.submit(tables -> {
            Optional<CallRow> row = tables.calls().running(call);
            return row.isEmpty() ? Optional.empty() : Optional.of(load(tables, call, row.get()));
        });
    }

    @Override
    public CompletableFuture<Void> saveMode(CallId call, Mode mode) {
        return write(call, (tables, seq) -> tables.calls().setMode(seq, mode));
    }

    @Override
    public CompletableFuture<Void> saveMember(CallId call, StoredMember member) {
        return write(call, (tables, seq) -> {
            tables.members().put(seq, member.grant());
            tables.secrets().replace(seq, member.grant().person(), member.resumeSecrets());
        });
    }

    @Override
    public CompletableFuture<Void> removeMember(CallId call, PersonId person) {
        return write(call, (tables, seq) -> tables.members().remove(seq, person));
    }

    @Override
    public CompletableFuture<Void> end(CallId call, Instant now) {
        return write(call, (tables, seq) -> {
            tables.secrets().removeAll(seq);
            tables.calls().end(seq, now);
        });
    }

    /** A change of a running call. */
    private interface Change {
        void apply(Tables tables, long call) throws SQLException;
    }

    private CompletableFuture<Void> write(CallId call, Change change) {
        return writer.submit(
                tables -> {
                    change.apply(tables, tables.calls().owned(call, term).seq());
                    return null;
                },
                SMALL);
    }

    private static StoredCall load(Tables tables, CallId call, CallRow row) throws SQLException {
        Map<PersonId, Set<Sha256>> secrets = tables.secrets().of(row.seq());
        List<StoredMember> members = tables.members().of(row.seq(), call).stream()
                .map(grant -> new StoredMember(grant, secrets.getOrDefault(grant.person(), Set.of())))
                .toList();
        return new StoredCall(
                call,
                row.mode(),
                row.created(),
                row.term(),
                members,
                tables.photos().of(row.seq(), tables.renditions().of(row.seq())));
    }
}
