package io.pinhole.protocol.widget;

import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What a relay keeps of a photo: the operations that it accepted, in order. */
final class HistoryLog {

    record Entry(long revision, PersonId person, Operation operation) {

        WidgetState applyTo(WidgetState state) {
            try {
                Operation received = Operation.of(operation.toMessage());
                Context at = Context.committed(revision, person, Scene.millis(revision));
                return state.apply(received, at).state();
            } catch (RefusedException e) {
                throw new AssertionError("a replica refuses " + this + ": " + e.code(), e);
            }
        }
    }

    private static final List<PersonId> PEOPLE = List.of(Scene.ANNA, Scene.BEN, Scene.EXPERT, Scene.EXPERT);

    final List<Entry> entries = new ArrayList<>();
    WidgetState state = WidgetState.EMPTY;
    int refused;

    /** @param attempts how many operations people try */
    static HistoryLog random(SplittableRandom random, int attempts) {
        HistoryLog log = new HistoryLog();
        RandomOperations operations = new RandomOperations(random);
        for (int i = 0; i < attempts; i++) {
            log.attempt(PEOPLE.get(random.nextInt(PEOPLE.size())), operations.next(log.state));
        }
        return log;
    }

    private void attempt(PersonId person, Operation operation) {
        long revision = entries.size() + 1L;
        boolean mayModerate = person.equals(Scene.EXPERT);
        try {
            state = state.apply(
                            operation,
                            new Context(revision, person, mayModerate, Scene.millis(revision), new Limits(4, 16, 40)))
                    .state();
            entries.add(new Entry(revision, person, operation));
        } catch (RefusedException e) {
            refused++;
        }
    }

    /** As it is sent to who is slow: without what later operations supersede. */
    List<Entry> merged() {
        List<Entry> merged = new ArrayList<>();
        for (Entry entry : entries) {
            merged.removeIf(earlier -> entry.operation.supersedes(earlier.operation));
            merged.add(entry);
        }
        return merged;
    }

    static WidgetState fold(WidgetState from, List<Entry> entries) {
        WidgetState state = from;
        for (Entry entry : entries) {
            state = entry.applyTo(state);
        }
        return state;
    }
}
