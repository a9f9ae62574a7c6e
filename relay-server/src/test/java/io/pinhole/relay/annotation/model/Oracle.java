package io.pinhole.relay.annotation.model;

import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.widget.Context;
import io.pinhole.protocol.widget.Operation;
import io.pinhole.protocol.widget.WidgetState;
import io.pinhole.relay.annotation.MemoryOperationStore;
import io.pinhole.relay.store.StoredOperation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is true: the logs as they are durable, folded revision by revision, in each epoch that there was. */
final class Oracle {

    private final MemoryOperationStore store;
    private final List<PhotoId> photos;
    private final Map<Key, List<Page>> logs = new HashMap<>();
    private final Set<Name> lost = new HashSet<>();
    private long epoch = 1;

    private record Key(PhotoId photo, long epoch) {}

    private record Page(StoredOperation row, WidgetState after) {}

    /** Of an operation, for ever. */
    record Name(long writer, long seq) {}

    Oracle(MemoryOperationStore store, List<PhotoId> photos) {
        this.store = store;
        this.photos = photos;
    }

    /** The newest rows are lost, and with them what was told. */
    int lose(int count) {
        photos.forEach(photo -> log(photo, epoch));
        List<StoredOperation> rows = store.lose(count);
        rows.forEach(row -> lost.add(new Name(row.writer(), row.seq())));
        return rows.size();
    }

    boolean isLost(Name name) {
        return lost.contains(name);
    }

    /** The logs go on under another number, as far as they are still there. */
    void begin(long next) {
        for (PhotoId photo : photos) {
            List<Page> before = log(photo, epoch);
            List<Page> kept = before.subList(0, store.log(photo).size());
            logs.put(new Key(photo, next), new ArrayList<>(kept));
        }
        epoch = next;
    }

    /** The widgets of a photo as a revision left them. */
    WidgetState state(PhotoId photo, long in, long revision) {
        return revision == 0 ? WidgetState.EMPTY : page(photo, in, revision).after;
    }

    StoredOperation row(PhotoId photo, long in, long revision) {
        return page(photo, in, revision).row;
    }

    /** Who wrote a revision; empty if it is none of the log. */
    Optional<PersonId> writer(PhotoId photo, long in, long revision) {
        List<Page> log = log(photo, in);
        return revision < 1 || revision > log.size()
                ? Optional.empty()
                : Optional.of(log.get((int) revision - 1).row.person());
    }

    /** An operation that is told to be stored is. */
    void requireDurable(PhotoId photo, long revision, Name name) {
        StoredOperation row = page(photo, epoch, revision).row;
        if (!name.equals(new Name(row.writer(), row.seq()))) {
            throw new AssertionError("revision " + revision + " is not " + name + ", but " + row);
        }
    }

    /** Whether the relay has made up its mind, be it that nobody was told. */
    boolean isDecided(Name name) {
        return name.seq() <= store.lastSeq(name.writer());
    }

    /** The revision of an operation; 0 if it is not in the log. */
    long find(PhotoId photo, long in, Name name) {
        for (Page page : log(photo, in)) {
            if (name.equals(new Name(page.row.writer(), page.row.seq()))) {
                return page.row.revision();
            }
        }
        return 0;
    }

    /** The newest. */
    long revision(PhotoId photo) {
        return log(photo, epoch).size();
    }

    private Page page(PhotoId photo, long in, long revision) {
        List<Page> log = log(photo, in);
        if (revision < 1 || revision > log.size()) {
            throw new AssertionError("epoch " + in + " has " + log.size() + " revisions, and no " + revision);
        }
        return log.get((int) revision - 1);
    }

    private List<Page> log(PhotoId photo, long in) {
        List<Page> log = logs.computeIfAbsent(new Key(photo, in), key -> new ArrayList<>());
        if (in == epoch) {
            List<StoredOperation> rows = store.log(photo);
            for (int i = log.size(); i < rows.size(); i++) {
                WidgetState before = i == 0 ? WidgetState.EMPTY : log.get(i - 1).after;
                log.add(new Page(rows.get(i), after(before, rows.get(i), i + 1)));
            }
        }
        return log;
    }

    private static WidgetState after(WidgetState before, StoredOperation row, long revision) {
        if (row.revision() != revision) {
            throw new AssertionError("revision " + row.revision() + " is stored where " + revision + " belongs");
        }
        try {
            Context at = Context.committed(revision, row.person(), row.time().toEpochMilli());
            return before.apply(Operation.of(row.change()), at).state();
        } catch (RefusedException e) {
            throw new AssertionError("what is stored cannot be applied", e);
        }
    }
}
