package io.pinhole.protocol.link;

import io.pinhole.protocol.frame.Deltas;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.proto.Delta;
import io.pinhole.protocol.widget.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Deltas of one photo that wait, as one batch from which is gone what was superseded meanwhile by the same person. */
final class WaitingDeltas {

    private record Entry(Delta delta, Optional<Operation> operation) {}

    private final List<Entry> entries = new ArrayList<>();
    private final Deltas first;
    private long upTo;
    private int bytes;

    WaitingDeltas(Deltas first) {
        this.first = first;
        this.upTo = first.upTo();
        this.bytes = FrameSize.of(new Deltas(first.photo(), first.epoch(), 0, 0, List.of()));
        first.deltas().forEach(this::add);
    }

    /** Else the peer has asked again from elsewhere, and what waits is of no use. */
    boolean isFollowedBy(Deltas next) {
        return next.epoch() == first.epoch() && next.after() == upTo;
    }

    void add(Deltas next) {
        upTo = next.upTo();
        next.deltas().forEach(this::add);
    }

    int bytes() {
        return bytes;
    }

    Deltas toFrame() {
        return new Deltas(
                first.photo(),
                first.epoch(),
                first.after(),
                upTo,
                entries.stream().map(Entry::delta).toList());
    }

    private void add(Delta delta) {
        Entry entry = new Entry(delta, operation(delta));
        for (int i = entries.size() - 1; i >= 0 && mayBePassed(entries.get(i)); i--) {
            if (supersedes(entry, entries.get(i))) {
                bytes -= FrameSize.of(entries.remove(i).delta);
            }
        }
        entries.add(entry);
        bytes += FrameSize.of(delta);
    }

    /** What is deleted is kept for a while and within bounds: its size matters, so nothing is merged across. */
    private static boolean mayBePassed(Entry entry) {
        return entry.operation
                .filter(operation -> operation instanceof Operation.Create
                        || operation instanceof Operation.Update
                        || operation instanceof Operation.Append
                        || operation instanceof Operation.Reorder)
                .isPresent();
    }

    private static boolean supersedes(Entry later, Entry earlier) {
        return later.delta.getParticipant() == earlier.delta.getParticipant()
                && later.delta.getPerson().equals(earlier.delta.getPerson())
                && later.operation.isPresent()
                && earlier.operation.isPresent()
                && later.operation.get().supersedes(earlier.operation.get());
    }

    private static Optional<Operation> operation(Delta delta) {
        try {
            return Optional.of(Operation.of(delta.getOperation()));
        } catch (RefusedException e) {
            return Optional.empty();
        }
    }
}
