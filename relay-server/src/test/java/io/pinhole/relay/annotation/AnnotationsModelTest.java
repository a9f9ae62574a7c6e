package io.pinhole.relay.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.WidgetId;
import io.pinhole.protocol.proto.OperationResult;
import io.pinhole.protocol.widget.Context;
import io.pinhole.protocol.widget.Fields;
import io.pinhole.protocol.widget.Geometry;
import io.pinhole.protocol.widget.Ink;
import io.pinhole.protocol.widget.Operation;
import io.pinhole.protocol.widget.WidgetKind;
import io.pinhole.protocol.widget.WidgetState;
import io.pinhole.relay.store.StoredOperation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Seeded histories of several people who draw on two photos, send again what they sent, come and go, have slow links,
 * with evictions, failed commits and restarts at any moment: in the end every replica is the fold of the log, and every
 * operation has one result.
 */
final class AnnotationsModelTest {

    private static final int HISTORIES = Integer.getInteger("pinhole.histories", 1_500);
    private static final int STEPS = 120;
    private static final PhotoId[] PHOTOS = {Room.FIRST, Room.SECOND};

    @Test
    void everyReplicaIsTheFoldOfTheLog() {
        for (int seed = 0; seed < HISTORIES; seed++) {
            try {
                new History(seed).run();
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("history " + seed, e);
            }
        }
    }

    /** A person with a client that keeps what it has not been answered. */
    private static final class Author {
        final String name;
        final long writer;
        final List<Sent> sent = new ArrayList<>();
        final Map<Long, OperationResult> results = new HashMap<>();
        Replica replica;

        Author(String name, long writer) {
            this.name = name;
            this.writer = writer;
        }

        private record Sent(PhotoId photo, Operation operation) {}
    }

    private static final class History {

        private final Random random;
        private final Room room = new Room();
        private final List<Author> authors =
                List.of(new Author("ada", 11), new Author("bob", 12), new Author("eve", 13));

        History(int seed) {
            random = new Random(seed);
            room.store.manual();
            authors.forEach(this::enter);
        }

        void run() {
            for (int i = 0; i < STEPS; i++) {
                step(authors.get(random.nextInt(authors.size())));
                authors.forEach(this::takeResults);
            }
            finish();
        }

        private void step(Author author) {
            switch (random.nextInt(20)) {
                case 0 -> reconnect(author);
                case 1 -> author.replica.slow(random.nextBoolean());
                case 2 -> room.states.clear();
                case 3 -> again(author);
                case 4 -> author.replica.follow(photo());
                case 5 -> {
                    room.store.failing(random.nextInt(4) == 0);
                    room.store.turn();
                    room.store.failing(false);
                }
                case 6 -> {
                    if (random.nextInt(10) == 0) {
                        restart();
                    }
                }
                case 7, 8, 9, 10, 11 -> room.store.turn();
                case 12, 13, 14 -> room.step();
                default -> draw(author);
            }
        }

        private void finish() {
            for (Author author : authors) {
                author.replica.slow(false);
            }
            settle();
            for (int round = 0; authors.stream().anyMatch(a -> a.results.size() < a.sent.size()); round++) {
                assertThat(round).as("rounds until all is answered").isLessThan(20);
                authors.forEach(this::sendUnanswered);
                settle();
            }
            for (PhotoId photo : PHOTOS) {
                authors.forEach(author -> author.replica.follow(photo));
                settle();
                WidgetState fold = fold(photo);
                for (Author author : authors) {
                    assertThat(author.replica.known(photo).state()).isEqualTo(fold);
                    assertThat(author.replica.known(photo).revision())
                            .isEqualTo(room.store.log(photo).size());
                }
            }
            authors.forEach(this::requireOneResultEach);
        }

        private void settle() {
            room.settle();
            authors.forEach(this::takeResults);
        }

        private void enter(Author author) {
            Replica earlier = author.replica;
            author.replica = room.enter(author.name);
            if (author.name.equals("eve")) {
                author.replica.moderator();
            }
            if (earlier != null && random.nextBoolean()) {
                author.replica.with(earlier);
            }
            for (PhotoId photo : PHOTOS) {
                author.replica.follow(photo);
            }
        }

        private void reconnect(Author author) {
            room.leave(author.replica);
            enter(author);
            sendUnanswered(author);
        }

        private void restart() {
            room.store.turnAll(); // what the store was asked for it may have done, and nobody was told
            room.store.automatic();
            room.restart(random.nextBoolean());
            room.store.manual();
            authors.forEach(this::enter);
        }

        private void draw(Author author) {
            PhotoId photo = photo();
            int count = 1 + random.nextInt(3);
            long first = author.sent.size() + 1;
            Operation[] operations = new Operation[count];
            for (int i = 0; i < count; i++) {
                operations[i] = operation();
                author.sent.add(new Author.Sent(photo, operations[i]));
            }
            author.replica.submit(photo, author.writer, first, operations);
        }

        /** Anything that was sent, whether answered or not. */
        private void again(Author author) {
            if (!author.sent.isEmpty()) {
                int seq = 1 + random.nextInt(author.sent.size());
                Author.Sent sent = author.sent.get(seq - 1);
                author.replica.submit(sent.photo, author.writer, seq, sent.operation);
            }
        }

        private void sendUnanswered(Author author) {
            for (int i = 0; i < author.sent.size(); i++) {
                if (!author.results.containsKey(i + 1L)) {
                    Author.Sent sent = author.sent.get(i);
                    author.replica.submit(sent.photo, author.writer, i + 1L, sent.operation);
                }
            }
        }

        private void takeResults(Author author) {
            for (OperationResult result : author.replica.results()) {
                int code = result.getRefusal().getCode();
                boolean isKept = code != Code.STORE_UNAVAILABLE.number()
                        && code != Code.OPERATION_GAP.number()
                        && code != Code.EPOCH_CHANGED.number();
                if (isKept) {
                    OperationResult before = author.results.put(result.getSeq(), result);
                    assertThat(before == null || before.equals(result))
                            .as("one result for ever")
                            .isTrue();
                }
            }
        }

        private void requireOneResultEach(Author author) {
            for (PhotoId photo : PHOTOS) {
                for (StoredOperation stored : room.store.log(photo)) {
                    if (stored.writer() == author.writer) {
                        assertThat(author.results.get(stored.seq())).isEqualTo(stored.result());
                        Author.Sent sent = author.sent.get((int) stored.seq() - 1);
                        assertThat(stored.change()).isEqualTo(sent.operation.toMessage());
                    }
                }
            }
        }

        private WidgetState fold(PhotoId photo) {
            WidgetState state = WidgetState.EMPTY;
            for (StoredOperation row : room.store.log(photo)) {
                Context at = Context.committed(
                        row.revision(), row.person(), row.time().toEpochMilli());
                try {
                    state = state.apply(Operation.of(row.change()), at).state();
                } catch (RefusedException e) {
                    throw new AssertionError(e);
                }
            }
            return state;
        }

        private PhotoId photo() {
            return PHOTOS[random.nextInt(PHOTOS.length)];
        }

        private Operation operation() {
            WidgetId widget = new WidgetId(5, random.nextInt(12));
            return switch (random.nextInt(12)) {
                case 0, 1 -> new Operation.Create(widget, WidgetKind.ARROW, "V", geometry());
                case 2 ->
                    new Operation.Create(
                            widget,
                            WidgetKind.FREEHAND,
                            "V",
                            Fields.builder().ink(ink()).build());
                case 3 -> new Operation.Append(widget, ink());
                case 4 -> new Operation.Delete(List.of(widget, new WidgetId(5, random.nextInt(12))));
                case 5 -> new Operation.Restore(List.of(widget));
                case 6 -> new Operation.Clear(random.nextInt(4) == 0);
                case 7 ->
                    new Operation.Reorder(widget, random.nextBoolean() ? "X" : "z".repeat(1 + random.nextInt(30)));
                case 8 -> new Operation.Lock(widget, random.nextBoolean());
                case 9 ->
                    new Operation.Update(
                            widget, Fields.builder().stroke(random.nextInt()).build());
                default -> new Operation.Update(widget, geometry());
            };
        }

        private Fields geometry() {
            return Fields.builder()
                    .geometry(new Geometry(random.nextInt(1_000), 2, 3, 4))
                    .build();
        }

        private Ink ink() {
            return Ink.of(4, 1, 2, 3, random.nextInt(50));
        }
    }
}
