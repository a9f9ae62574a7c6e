package io.pinhole.client;

import io.pinhole.protocol.widget.Inverse;
import io.pinhole.protocol.widget.Operation;
import io.pinhole.protocol.widget.OwnWork;
import io.pinhole.protocol.widget.Slot;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One's own steps on one photo, to be taken back and done again as ordinary operations, as far as nobody else's work is
 * touched. A step may be taken back before the relay has committed it, so each is known by its provisional revision;
 * the revision that it gets later stands for that one. On the client's loop.
 */
final class History {

    static final int MAX_STEPS = 500;

    private static final String OTHERS = "somebody else has changed it since";

    private final Deque<Step> undoable = new ArrayDeque<>();
    private final Deque<Step> redoable = new ArrayDeque<>();
    private OwnWork work = new OwnWork();

    /**
     * How to take a step back.
     *
     * @param step to be given back when the operation was performed
     */
    record Plan(Undone undone, Optional<Step> step) {}

    /** A new step; what was taken back before cannot be done again. */
    void did(OwnOperation own, Change change) {
        redoable.clear();
        work.did(own.provisionalRevision());
        push(undoable, own, null, change);
    }

    Plan undo(Replica now) {
        return plan(undoable.poll(), now, "there is nothing to undo");
    }

    Plan redo(Replica now) {
        return plan(redoable.poll(), now, "there is nothing to do again");
    }

    /** The operation of a plan was performed. */
    void undid(Step step, OwnOperation own, Change change) {
        work.tookBack(step.inverse(), own.provisionalRevision());
        push(redoable, own, step, change);
    }

    void redid(Step step, OwnOperation own, Change change) {
        work.tookBack(step.inverse(), own.provisionalRevision());
        push(undoable, own, step, change);
    }

    /**
     * The relay's order shows what it really did.
     *
     * @param change empty if that is not seen
     */
    void committed(OwnOperation own, Optional<Change> change) {
        change.ifPresentOrElse(seen -> correct(own, seen), () -> stored(own));
    }

    private void correct(OwnOperation own, Change change) {
        change.inverse(own.provisionalRevision()).ifPresent(inverse -> {
            link(own, inverse);
            Step step = find(own);
            if (step != null) {
                step.correct(inverse);
            }
        });
    }

    /** The relay has given it a revision; what it really did was perhaps not told, as it was superseded. */
    void stored(OwnOperation own) {
        Step step = find(own);
        if (step == null) {
            work.did(own.revision());
        } else {
            link(own, step.inverse());
        }
    }

    /** It was never done; what it took back still stands. */
    void refused(OwnOperation own) {
        Step step = find(own);
        if (step == null) {
            return;
        }
        Deque<Step> from = undoable.remove(step) ? redoable : undoable;
        redoable.remove(step);
        if (step.takesBack() != null) {
            from.push(step.takesBack());
        }
    }

    void clear() {
        work = new OwnWork();
        undoable.clear();
        redoable.clear();
    }

    /** What the revision has written is what the provisional one had. */
    private void link(OwnOperation own, Inverse inverse) {
        Map<Slot, Long> same = new HashMap<>();
        inverse.held().keySet().forEach(slot -> same.put(slot, own.provisionalRevision()));
        work.tookBack(new Inverse(inverse.operation(), own.provisionalRevision(), same), own.revision());
    }

    private static void push(Deque<Step> to, OwnOperation own, @Nullable Step takesBack, Change change) {
        change.inverse(own.provisionalRevision()).ifPresent(inverse -> {
            to.push(new Step(own, takesBack, inverse));
            if (to.size() > MAX_STEPS) {
                to.removeLast();
            }
        });
    }

    private @Nullable Step find(OwnOperation own) {
        for (Deque<Step> steps : List.of(undoable, redoable)) {
            for (Step step : steps) {
                if (step.own() == own) {
                    return step;
                }
            }
        }
        return null;
    }

    private Plan plan(@Nullable Step step, Replica now, String nothing) {
        if (step == null) {
            return new Plan(Undone.skipped(nothing), Optional.empty());
        }
        Operation whole = step.inverse().operation();
        Optional<Operation> allowed = asKnownIn(step, now).in(now.view(), work);
        boolean isWhole = allowed.isPresent() && allowed.get().equals(whole);
        return new Plan(new Undone(allowed, isWhole ? Optional.empty() : Optional.of(OTHERS)), Optional.of(step));
    }

    /** Of a widget that is to go, nothing may be newer than its making; so that needs its place in the relay's order. */
    private static Inverse asKnownIn(Step step, Replica now) {
        Inverse inverse = step.inverse();
        return inverse.operation() instanceof Operation.Delete delete
                ? new Inverse(delete, place(step.own(), delete, now), inverse.held())
                : inverse;
    }

    /** As long as the relay has not said where it put what it has, anything may be newer. */
    private static long place(OwnOperation made, Operation.Delete delete, Replica now) {
        boolean hasCome = made.operation() instanceof Operation.Create
                ? delete.widgets().stream().anyMatch(now::hasCome)
                : delete.widgets().stream()
                        .anyMatch(widget -> now.committed().widget(widget).isPresent());
        return hasCome && !made.isIn(now.revision()) ? 0 : made.revisionIn(now.revision());
    }
}
