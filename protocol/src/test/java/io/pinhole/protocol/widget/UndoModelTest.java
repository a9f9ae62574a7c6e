package io.pinhole.protocol.widget;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.WidgetId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Two people who both moderate write on the same widgets, undo and redo. Each text says who wrote it, so that any loss of
 * another person's work is seen without looking at revisions.
 */
class UndoModelTest {

    private static final long SEED = Long.getLong("pinhole.model.seed", System.nanoTime());
    private static final int COUNT = Integer.getInteger("pinhole.model.count", 100_000) / 5;

    private int undone;
    private int skipped;

    @Test
    void undoTakesNobodyElsesWorkAway() {
        System.out.println("UndoModelTest: -Dpinhole.model.seed=" + SEED + " histories " + COUNT);
        SplittableRandom seeds = new SplittableRandom(SEED);
        for (int run = 0; run < COUNT; run++) {
            try {
                new History(seeds.split()).play(30);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("seed " + SEED + ", history " + run, e);
            }
        }
        System.out.println("UndoModelTest: undone " + undone + ", skipped " + skipped);
        assertThat(undone).isGreaterThan(COUNT);
        assertThat(skipped).isGreaterThan(COUNT / 10);
    }

    @Test
    void alonePeopleGetBackToWhereTheyBegan() {
        SplittableRandom seeds = new SplittableRandom(SEED);
        for (int run = 0; run < COUNT / 10; run++) {
            History history = new History(seeds.split());
            Person anna = history.people.get(0);
            for (int i = 0; i < 10; i++) {
                history.write(anna);
            }
            Map<WidgetId, String> written = history.texts();
            history.takeBackAll(anna.undo, anna.redo, anna);
            assertThat(history.texts()).as("seed " + SEED).isEmpty();
            history.takeBackAll(anna.redo, anna.undo, anna);
            assertThat(history.texts()).as("seed " + SEED).isEqualTo(written);
        }
    }

    private static final class Person {
        final PersonId id;
        final OwnWork own = new OwnWork();
        final Deque<Inverse> undo = new ArrayDeque<>();
        final Deque<Inverse> redo = new ArrayDeque<>();

        Person(PersonId id) {
            this.id = id;
        }
    }

    private final class History {
        final SplittableRandom random;
        final List<Person> people = List.of(new Person(Scene.ANNA), new Person(Scene.BEN));
        WidgetState state = WidgetState.EMPTY;
        long revision;

        History(SplittableRandom random) {
            this.random = random;
        }

        void play(int steps) {
            for (int step = 0; step < steps; step++) {
                Person person = people.get(random.nextInt(2));
                switch (random.nextInt(5)) {
                    case 0, 1 -> undo(person);
                    case 2 -> takeBack(person.redo, person.undo, person);
                    default -> write(person);
                }
            }
        }

        void write(Person person) {
            Operation operation = operation(person.id + " " + revision);
            WidgetState before = state;
            try {
                Applied applied = apply(person, operation);
                person.own.did(revision);
                Inverse.of(operation, revision, before, applied).ifPresent(person.undo::push);
                person.redo.clear();
            } catch (RefusedException e) {
                state = before;
            }
        }

        private Operation operation(String text) {
            WidgetId id = Scene.id(random.nextInt(3));
            Fields fields = Fields.builder().text(text).geometry(Scene.BOX).build();
            return switch (random.nextInt(6)) {
                case 0, 1 -> new Operation.Create(id, WidgetKind.TEXT, "V", fields);
                case 2 -> new Operation.Delete(List.of(id));
                default -> new Operation.Update(id, Fields.builder().text(text).build());
            };
        }

        private void undo(Person person) {
            Map<WidgetId, String> before = texts();
            List<WidgetId> deletedByOthers = new ArrayList<>();
            for (int number = 0; number < 3; number++) {
                state.tombstone(Scene.id(number))
                        .filter(widget -> !widget.updatedBy().equals(person.id))
                        .ifPresent(widget -> deletedByOthers.add(widget.id()));
            }
            takeBack(person.undo, person.redo, person);
            Map<WidgetId, String> after = texts();
            before.forEach((id, text) -> {
                if (!text.startsWith(person.id.value()) && !text.equals(after.get(id))) {
                    throw new AssertionError("undo by " + person.id + " made " + text + " " + after.get(id));
                }
            });
            assertThat(after).doesNotContainKeys(deletedByOthers.toArray(new WidgetId[0]));
        }

        void takeBackAll(Deque<Inverse> from, Deque<Inverse> to, Person person) {
            while (!from.isEmpty()) {
                takeBack(from, to, person);
            }
        }

        private void takeBack(Deque<Inverse> from, Deque<Inverse> to, Person person) {
            if (from.isEmpty()) {
                return;
            }
            Inverse inverse = from.pop();
            Optional<Operation> operation = inverse.in(state, person.own);
            if (operation.isEmpty()) {
                skipped++;
                return;
            }
            WidgetState before = state;
            try {
                Applied applied = apply(person, operation.orElseThrow());
                person.own.tookBack(inverse, revision);
                Inverse.of(operation.orElseThrow(), revision, before, applied).ifPresent(to::push);
                undone++;
            } catch (RefusedException e) {
                throw new AssertionError("refused: " + operation, e);
            }
        }

        private Applied apply(Person person, Operation operation) throws RefusedException {
            Context at = new Context(revision + 1, person.id, true, Scene.millis(revision + 1), Limits.DEFAULT);
            Applied applied = state.apply(operation, at);
            state = applied.state();
            revision++;
            return applied;
        }

        Map<WidgetId, String> texts() {
            Map<WidgetId, String> texts = new TreeMap<>(WidgetTable.BY_ID);
            state.inDrawingOrder().forEach(widget -> texts.put(widget.id(), widget.text()));
            return texts;
        }
    }
}
