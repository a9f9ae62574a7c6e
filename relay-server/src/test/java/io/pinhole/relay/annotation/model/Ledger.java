package io.pinhole.relay.annotation.model;

import io.pinhole.client.KeptOperation;
import io.pinhole.client.KeptPhoto;
import io.pinhole.client.KeptSave;
import io.pinhole.client.MemoryOutbox;
import io.pinhole.client.Outbox;
import io.pinhole.protocol.frame.CaptureId;
import io.pinhole.protocol.frame.PhotoId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A person's outbox, which remembers what became of everything that was ever put into it. */
final class Ledger implements Outbox {

    private final MemoryOutbox outbox = new MemoryOutbox();
    private final List<Entry> entries = new ArrayList<>();
    private final Map<Long, Entry> open = new TreeMap<>();
    private final Queue<Entry> renumbered = new ArrayDeque<>();
    private final Census census;
    private long writer;

    /** One operation, whatever number it has. */
    static final class Entry {
        private final KeptOperation kept;
        private Oracle.Name name;
        private boolean isAnswered;
        private long revision;

        private Entry(KeptOperation kept) {
            this.kept = kept;
        }

        KeptOperation kept() {
            return kept;
        }

        /** Under which it was answered. */
        Oracle.Name name() {
            return name;
        }

        boolean isAnswered() {
            return isAnswered;
        }

        /** 0 if it was refused. */
        long revision() {
            return revision;
        }
    }

    /** @param writer that it begins with; further ones are the client's choice */
    Ledger(long writer, Census census) {
        this.census = census;
        begin(writer);
    }

    List<Entry> entries() {
        return entries;
    }

    Entry newest() {
        return entries.get(entries.size() - 1);
    }

    boolean isSettled() {
        return open.isEmpty();
    }

    /** @param revision 0 for a refusal */
    Entry answered(KeptOperation operation, long revision) {
        Entry entry = entries.get(find(operation));
        if (entry.isAnswered) {
            throw new AssertionError("told a second time: " + operation);
        }
        entry.isAnswered = true;
        entry.revision = revision;
        return entry;
    }

    /** The newest of that number, as it is now. */
    private int find(KeptOperation operation) {
        Oracle.Name name = new Oracle.Name(writer, operation.seq());
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (entries.get(i).name.equals(name)) {
                return i;
            }
        }
        throw new AssertionError("never kept: " + operation);
    }

    @Override
    public Contents contents() {
        return outbox.contents();
    }

    @Override
    public void begin(long by) {
        census.count(Census.Event.RENUMBERED, open.size());
        renumbered.addAll(open.values());
        open.clear();
        writer = by;
        outbox.begin(by);
    }

    @Override
    public void keep(KeptOperation operation) {
        Entry entry = renumbered.isEmpty() ? enter(operation) : renumbered.remove();
        if (!entry.kept.operation().equals(operation.operation())) {
            throw new AssertionError("out of order: " + operation + " instead of " + entry.kept);
        }
        entry.name = new Oracle.Name(writer, operation.seq());
        open.put(operation.seq(), entry);
        outbox.keep(operation);
    }

    private Entry enter(KeptOperation operation) {
        Entry entry = new Entry(operation);
        entries.add(entry);
        return entry;
    }

    @Override
    public void keep(KeptSave save) {
        throw new AssertionError("nobody saves here");
    }

    @Override
    public void forget(CaptureId save) {
        throw new AssertionError("nobody saves here");
    }

    @Override
    public void forget(long seq) {
        if (open.remove(seq) == null) {
            throw new AssertionError("forgotten twice: " + seq);
        }
        outbox.forget(seq);
    }

    /** Each that was stored, by its name. */
    void forEachStored(Consumer<Entry> action) {
        entries.stream().filter(entry -> entry.revision != 0).forEach(action);
    }

    @Override
    public void keep(KeptPhoto photo) {
        throw new AssertionError("nobody shares photos here");
    }

    @Override
    public void forget(PhotoId photo) {
        throw new AssertionError("nobody shares photos here");
    }
}
