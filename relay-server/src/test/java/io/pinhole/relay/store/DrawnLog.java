package io.pinhole.relay.store;

import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.WidgetId;
import io.pinhole.protocol.proto.OperationResult;
import io.pinhole.protocol.proto.WidgetMessage;
import io.pinhole.protocol.widget.Context;
import io.pinhole.protocol.widget.Fields;
import io.pinhole.protocol.widget.Geometry;
import io.pinhole.protocol.widget.Ink;
import io.pinhole.protocol.widget.Limits;
import io.pinhole.protocol.widget.Operation;
import io.pinhole.protocol.widget.WidgetKind;
import io.pinhole.protocol.widget.WidgetState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A photo's log as people make it: random operations, those that were accepted, with the widgets after each. */
public final class DrawnLog {

    private static final List<PersonId> PEOPLE = List.of(new PersonId("ada"), new PersonId("bob"), new PersonId("eve"));

    private final Random random;
    private final PhotoId photo;
    private final long epoch;
    private final List<StoredOperation> operations = new ArrayList<>();
    private final List<List<WidgetMessage>> widgets = new ArrayList<>(List.of(List.of()));

    private DrawnLog(Random random, PhotoId photo, long epoch) {
        this.random = random;
        this.photo = photo;
        this.epoch = epoch;
    }

    /** Up to some revision. */
    public static DrawnLog upTo(long revision, StoredPhoto photo, long seed) {
        DrawnLog log = new DrawnLog(new Random(seed), photo.id(), photo.epoch());
        WidgetState state = WidgetState.EMPTY;
        while (log.operations.size() < revision) {
            state = log.attempt(state);
        }
        return log;
    }

    public List<StoredOperation> operations() {
        return operations;
    }

    /** What was on the photo at a revision, as who drew it saw it. */
    public StoredSnapshot at(long revision) {
        return new StoredSnapshot(revision, widgets.get((int) revision));
    }

    private WidgetState attempt(WidgetState before) {
        int author = random.nextInt(PEOPLE.size());
        PersonId person = PEOPLE.get(author);
        long revision = operations.size() + 1L;
        Instant time = Instant.ofEpochMilli(1_795_000_000_000L + revision);
        Operation operation = operation();
        try {
            Context at = new Context(revision, person, author == 0, time.toEpochMilli(), Limits.DEFAULT);
            WidgetState after = before.apply(operation, at).state();
            OperationResult result = OperationResult.newBuilder()
                    .setSeq(revision)
                    .setRevision(revision)
                    .build();
            operations.add(new StoredOperation(
                    photo, epoch, photo.low() ^ author, person, time, operation.toMessage(), result));
            widgets.add(after.toSnapshot());
            return after;
        } catch (RefusedException e) {
            return before;
        }
    }

    private Operation operation() {
        WidgetId widget = new WidgetId(5, random.nextInt(20));
        return switch (random.nextInt(14)) {
            case 0, 1 -> new Operation.Create(widget, WidgetKind.ARROW, "V", geometry());
            case 2, 3 -> new Operation.Create(widget, WidgetKind.FREEHAND, "V", ink());
            case 4, 5 -> new Operation.Append(widget, Ink.of(4, 1, 2, 3, random.nextInt(50)));
            case 6 -> new Operation.Delete(List.of(widget));
            case 7 -> new Operation.Restore(List.of(widget));
            case 8 -> new Operation.Clear(random.nextInt(4) == 0);
            case 9 -> new Operation.Reorder(widget, random.nextBoolean() ? "X" : "K");
            case 10 -> new Operation.Lock(widget, random.nextBoolean());
            default -> new Operation.Update(widget, geometry());
        };
    }

    private Fields geometry() {
        return Fields.builder()
                .geometry(new Geometry(random.nextInt(1_000), 2, 3, 4))
                .build();
    }

    private Fields ink() {
        return Fields.builder().ink(Ink.of(4, 1, 2, random.nextInt(50), 4)).build();
    }
}
