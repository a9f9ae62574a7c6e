package io.pinhole.relay.annotation.model;

import io.pinhole.protocol.frame.Deltas;
import io.pinhole.protocol.frame.HavePhoto;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.proto.Delta;
import io.pinhole.protocol.widget.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a {@link Plant} does to the deltas for one link. */
final class Tampering {

    private final Plant plant;
    private final Map<Integer, Deltas> held = new HashMap<>();
    private final Set<Long> resumed = new HashSet<>();

    Tampering(Plant plant) {
        this.plant = plant;
    }

    /** A client says what it has. */
    void asked(HavePhoto have) {
        if (have.revision() > 0) {
            resumed.add(have.revision());
        }
    }

    /** What goes on to the link instead. */
    List<Deltas> pass(Deltas deltas) {
        return switch (plant) {
            case DELTAS_REORDERED -> reordered(deltas);
            case MERGE_DROPS_NEWEST -> List.of(withoutNewest(deltas));
            case SUFFIX_SKIPPED -> List.of(resumed.remove(deltas.after()) ? with(deltas, List.of()) : deltas);
            default -> List.of(deltas);
        };
    }

    /** Every other batch waits for the next one, which goes first. */
    private List<Deltas> reordered(Deltas deltas) {
        Deltas first = held.remove(deltas.photo());
        if (first == null || first.upTo() != deltas.after()) {
            if (deltas.deltas().size() == 1) {
                held.put(deltas.photo(), deltas);
            }
            return deltas.deltas().size() == 1 ? List.of() : List.of(deltas);
        }
        List<Delta> both = new ArrayList<>(deltas.deltas());
        both.addAll(first.deltas());
        return List.of(new Deltas(
                deltas.photo(), deltas.epoch(), first.after(), deltas.upTo(), numbered(first.after(), both)));
    }

    /** In the order in which they are, or nobody could read them. */
    private static List<Delta> numbered(long after, List<Delta> deltas) {
        List<Delta> numbered = new ArrayList<>();
        for (Delta delta : deltas) {
            numbered.add(
                    delta.toBuilder().setRevision(after + numbered.size() + 1).build());
        }
        return numbered;
    }

    private Deltas withoutNewest(Deltas deltas) {
        Deltas before = held.put(deltas.photo(), deltas);
        boolean merges = before != null
                && before.deltas().size() == 1
                && deltas.deltas().size() == 1
                && operation(deltas).supersedes(operation(before));
        return merges ? with(deltas, List.of()) : deltas;
    }

    private static Operation operation(Deltas one) {
        try {
            return Operation.of(one.deltas().get(0).getOperation());
        } catch (RefusedException e) {
            throw new AssertionError(e);
        }
    }

    private static Deltas with(Deltas frame, List<Delta> deltas) {
        return new Deltas(frame.photo(), frame.epoch(), frame.after(), frame.upTo(), deltas);
    }
}
