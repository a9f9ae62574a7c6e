package io.pinhole.relay.annotation;

import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.relay.store.OperationStore;
import io.pinhole.relay.store.StoreException;
import io.pinhole.relay.store.StoredHeads;
import io.pinhole.relay.store.StoredLog;
import io.pinhole.relay.store.StoredOperation;
import io.pinhole.relay.store.StoredSnapshot;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** One call's operations in memory. Writes are durable, and reads answered, at once or when a test says so. One thread. */
public final class MemoryOperationStore implements OperationStore {

    private final List<StoredOperation> rows = new ArrayList<>();
    private final Map<PhotoId, StoredSnapshot> snapshots = new HashMap<>();
    private final Queue<Runnable> asked = new ArrayDeque<>();
    private boolean isManual;
    private boolean isFailing;
    private int appends;
    private int loads;

    /** From now on nothing is done before {@link #turn} or {@link #turnAll}. */
    void manual() {
        isManual = true;
    }

    void automatic() {
        isManual = false;
    }

    /** Whether everything that is done from now on fails. */
    void failing(boolean fails) {
        isFailing = fails;
    }

    /** Does what was asked for first. */
    boolean turn() {
        Runnable first = asked.poll();
        if (first != null) {
            first.run();
        }
        return first != null;
    }

    void turnAll() {
        while (turn()) {}
    }

    int appends() {
        return appends;
    }

    int loads() {
        return loads;
    }

    /** The log of a photo as it is durable. */
    List<StoredOperation> log(PhotoId photo) {
        return rows.stream()
                .filter(row -> row.photo().equals(photo) && !row.isRefused())
                .toList();
    }

    @Override
    public CompletableFuture<Void> append(CallId call, List<StoredOperation> operations) {
        appends++;
        return answer(() -> {
            operations.forEach(this::requireNew);
            rows.addAll(operations);
            return null;
        });
    }

    private void requireNew(StoredOperation next) {
        Set<Long> revisions = new HashSet<>();
        for (StoredOperation row : rows) {
            if (row.writer() == next.writer() && row.seq() == next.seq()) {
                throw new StoreException("seq " + next.seq() + " is taken");
            }
            if (row.photo().equals(next.photo())) {
                revisions.add(row.revision());
            }
        }
        if (!next.isRefused() && revisions.contains(next.revision())) {
            throw new StoreException("revision " + next.revision() + " is taken");
        }
    }

    @Override
    public CompletableFuture<StoredHeads> heads(CallId call) {
        return answer(() -> {
            Map<Long, StoredHeads.Writer> writers = new HashMap<>();
            Map<PhotoId, Long> revisions = new HashMap<>();
            for (StoredOperation row : rows) {
                writers.put(row.writer(), new StoredHeads.Writer(row.person(), row.seq()));
                revisions.merge(row.photo(), row.revision(), Math::max);
            }
            revisions.values().removeIf(revision -> revision == 0);
            return new StoredHeads(writers, revisions);
        });
    }

    @Override
    public CompletableFuture<StoredLog> load(CallId call, PhotoId photo) {
        loads++;
        return answer(() -> {
            StoredSnapshot snapshot = snapshots.getOrDefault(photo, StoredSnapshot.EMPTY);
            return new StoredLog(
                    snapshot,
                    log(photo).stream()
                            .filter(row -> row.revision() > snapshot.revision())
                            .toList());
        });
    }

    @Override
    public CompletableFuture<List<StoredOperation>> after(CallId call, PhotoId photo, long revision, int limit) {
        return answer(() -> log(photo).stream()
                .filter(row -> row.revision() > revision)
                .limit(limit)
                .toList());
    }

    @Override
    public CompletableFuture<List<StoredOperation>> decided(CallId call, long writer, long firstSeq, int limit) {
        return answer(() -> rows.stream()
                .filter(row -> row.writer() == writer && row.seq() >= firstSeq)
                .limit(limit)
                .toList());
    }

    @Override
    public CompletableFuture<Void> saveSnapshot(CallId call, PhotoId photo, StoredSnapshot snapshot) {
        return answer(() -> {
            snapshots.put(photo, snapshot);
            return null;
        });
    }

    private interface Work<T> {
        T run();
    }

    private <T> CompletableFuture<T> answer(Work<T> work) {
        CompletableFuture<T> future = new CompletableFuture<>();
        asked.add(() -> {
            try {
                if (isFailing) {
                    throw new StoreException("planted");
                }
                future.complete(work.run());
            } catch (StoreException e) {
                future.completeExceptionally(e);
            }
        });
        if (!isManual) {
            turnAll();
        }
        return future;
    }
}
