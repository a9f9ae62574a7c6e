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
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/** One call's operations in memory. Writes are durable, and reads answered, at once or when a test says so. One thread. */
public final class MemoryOperationStore implements OperationStore {

    private final List<StoredOperation> rows = new ArrayList<>();
    private final Map<PhotoId, List<StoredOperation>> logs = new HashMap<>();
    private final Map<Long, List<StoredOperation>> writers = new HashMap<>();
    private final Map<PhotoId, StoredSnapshot> snapshots = new HashMap<>();
    private final Queue<Runnable> asked = new ArrayDeque<>();
    private boolean isManual;
    private boolean isFailing;
    private int appends;
    private int loads;

    /** From now on nothing is done before {@link #turn} or {@link #turnAll}. */
    public void manual() {
        isManual = true;
    }

    public void automatic() {
        isManual = false;
    }

    /** Whether everything that is done from now on fails. */
    public void failing(boolean fails) {
        isFailing = fails;
    }

    /** Does what was asked for first. */
    public boolean turn() {
        Runnable first = asked.poll();
        if (first != null) {
            first.run();
        }
        return first != null;
    }

    public void turnAll() {
        while (turn()) {}
    }

    /** What was asked for and is not done will never be. */
    public void forgetAsked() {
        asked.clear();
    }

    /** The newest rows are gone, as when an older copy of the data is put back. */
    public List<StoredOperation> lose(int count) {
        List<StoredOperation> newest = rows.subList(Math.max(0, rows.size() - count), rows.size());
        List<StoredOperation> lost = List.copyOf(newest);
        newest.clear();
        index();
        snapshots
                .entrySet()
                .removeIf(entry ->
                        entry.getValue().revision() > log(entry.getKey()).size());
        return lost;
    }

    int appends() {
        return appends;
    }

    int loads() {
        return loads;
    }

    /** The log of a photo as it is durable. */
    public List<StoredOperation> log(PhotoId photo) {
        return Collections.unmodifiableList(logs.getOrDefault(photo, List.of()));
    }

    /** The newest that a writer's operations have come to; 0 if there is none. */
    public long lastSeq(long writer) {
        List<StoredOperation> ofWriter = writers.getOrDefault(writer, List.of());
        return ofWriter.isEmpty() ? 0 : ofWriter.get(ofWriter.size() - 1).seq();
    }

    @Override
    public CompletableFuture<Void> append(CallId call, List<StoredOperation> operations) {
        appends++;
        return answer(() -> {
            int before = rows.size();
            try {
                operations.forEach(this::add);
            } catch (StoreException e) {
                rows.subList(before, rows.size()).clear();
                index();
                throw e;
            }
            return null;
        });
    }

    private void add(StoredOperation next) {
        List<StoredOperation> ofWriter = writers.computeIfAbsent(next.writer(), writer -> new ArrayList<>());
        StoredOperation last = ofWriter.isEmpty() ? null : ofWriter.get(ofWriter.size() - 1);
        if (last != null && last.seq() >= next.seq()) {
            throw new StoreException("seq " + next.seq() + " is taken");
        }
        if (last != null && !last.person().equals(next.person())) {
            throw new StoreException("the writer is not " + next.person());
        }
        if (!next.isRefused() && next.revision() <= log(next.photo()).size()) {
            throw new StoreException("revision " + next.revision() + " is taken");
        }
        rows.add(next);
        index(next);
    }

    private void index() {
        logs.clear();
        writers.clear();
        rows.forEach(this::index);
    }

    private void index(StoredOperation row) {
        writers.computeIfAbsent(row.writer(), writer -> new ArrayList<>()).add(row);
        if (!row.isRefused()) {
            logs.computeIfAbsent(row.photo(), photo -> new ArrayList<>()).add(row);
        }
    }

    @Override
    public CompletableFuture<StoredHeads> heads(CallId call) {
        return answer(() -> {
            Map<Long, StoredHeads.Writer> heads = new HashMap<>();
            Map<PhotoId, Long> revisions = new HashMap<>();
            for (StoredOperation row : rows) {
                heads.put(row.writer(), new StoredHeads.Writer(row.person(), row.seq()));
            }
            logs.forEach((photo, log) -> revisions.put(photo, (long) log.size()));
            return new StoredHeads(heads, revisions);
        });
    }

    @Override
    public CompletableFuture<StoredLog> load(CallId call, PhotoId photo) {
        loads++;
        return answer(() -> {
            StoredSnapshot snapshot = snapshots.getOrDefault(photo, StoredSnapshot.EMPTY);
            return new StoredLog(snapshot, after(photo, snapshot.revision(), Integer.MAX_VALUE));
        });
    }

    @Override
    public CompletableFuture<List<StoredOperation>> after(CallId call, PhotoId photo, long revision, int limit) {
        return answer(() -> after(photo, revision, limit));
    }

    private List<StoredOperation> after(PhotoId photo, long revision, int limit) {
        List<StoredOperation> log = log(photo);
        int first = (int) Math.min(revision, log.size());
        return List.copyOf(log.subList(first, Math.min(log.size(), first + Math.min(limit, log.size() - first))));
    }

    @Override
    public CompletableFuture<List<StoredOperation>> decided(CallId call, long writer, long firstSeq, int limit) {
        return answer(() -> writers.getOrDefault(writer, List.of()).stream()
                .filter(row -> row.seq() >= firstSeq)
                .limit(limit)
                .toList());
    }

    @Override
    public CompletableFuture<Void> saveSnapshot(CallId call, PhotoId photo, StoredSnapshot snapshot) {
        return answer(() -> {
            snapshots.merge(photo, snapshot, (a, b) -> a.revision() > b.revision() ? a : b);
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
