package io.pinhole.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.ClientFrame;
import io.pinhole.protocol.frame.ClientKind;
import io.pinhole.protocol.frame.Deltas;
import io.pinhole.protocol.frame.Have;
import io.pinhole.protocol.frame.HavePhoto;
import io.pinhole.protocol.frame.OperationResults;
import io.pinhole.protocol.frame.Operations;
import io.pinhole.protocol.frame.Participant;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Presence;
import io.pinhole.protocol.frame.Role;
import io.pinhole.protocol.frame.ServerFrame;
import io.pinhole.protocol.frame.Snapshot;
import io.pinhole.protocol.frame.WidgetId;
import io.pinhole.protocol.frame.WireException;
import io.pinhole.protocol.proto.Delta;
import io.pinhole.protocol.widget.Field;
import io.pinhole.protocol.widget.Fields;
import io.pinhole.protocol.widget.Geometry;
import io.pinhole.protocol.widget.Operation;
import io.pinhole.protocol.widget.Widget;
import io.pinhole.protocol.widget.WidgetKind;
import io.pinhole.protocol.widget.WidgetState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A relay and three people, one step after the other, as a seed says. */
final class DrawingModel {

    private static final Fields BOX =
            Fields.builder().geometry(new Geometry(10, 10, 400, 300)).build();

    private final Random random;
    private final PhotoId photo = PhotoId.random();
    private final TestOffice office = new TestOffice();
    private final List<Seat> seats = new ArrayList<>();
    private int undone;

    DrawingModel(Random random) {
        this.random = random;
        for (String name : List.of("anna", "ben", "carl")) {
            Seat seat = new Seat(new TestDrawer(name, seats.size() + 1, photo, new MemoryOutbox()));
            office.people.put(seat.drawer.handle, seat.drawer.person);
            seats.add(seat);
        }
        seats.forEach(Seat::join);
    }

    int undone() {
        return undone;
    }

    int revisions() {
        return office.log.size();
    }

    void live(int steps) {
        for (int i = 0; i < steps; i++) {
            step();
        }
        seats.forEach(Seat::drop);
        for (int i = 0; i < 20; i++) {
            seats.forEach(Seat::sayAll);
            seats.forEach(Seat::hearAll);
        }
        for (Seat seat : seats) {
            assertThat(seat.drawer.drawing.snapshot().pending()).isZero();
            assertThat(seat.drawer.drawing.snapshot().committed()).isEqualTo(office.state);
            assertThat(seat.drawer.drawing.snapshot().widgets()).isEqualTo(office.state);
        }
    }

    private void step() {
        Seat seat = seats.get(random.nextInt(seats.size()));
        switch (random.nextInt(14)) {
            case 0, 1, 2, 3 ->
                seat.drawer.drawing.perform(
                        operation(seat.drawer.drawing.snapshot().widgets()));
            case 4 -> seat.takeBack(true);
            case 5 -> seat.takeBack(false);
            case 6, 7, 8 -> seat.sayAll();
            case 9, 10, 11 -> seat.hear();
            case 12 -> seat.hearAll();
            default -> rare(seat);
        }
        seat.drawer.settle();
    }

    private void rare(Seat seat) {
        switch (random.nextInt(8)) {
            case 0 -> {
                office.lose(random.nextInt(4));
                seats.forEach(Seat::drop);
            }
            case 1, 2 -> seat.repeatLast();
            default -> seat.drop();
        }
    }

    private Operation operation(WidgetState state) {
        List<Widget> widgets = state.inDrawingOrder();
        if (widgets.isEmpty() || random.nextInt(5) == 0) {
            return new Operation.Create(
                    new WidgetId(random.nextLong(), random.nextLong()), WidgetKind.RECTANGLE, state.zOnTop(), BOX);
        }
        WidgetId widget = widgets.get(random.nextInt(widgets.size())).id();
        return switch (random.nextInt(9)) {
            case 0 -> new Operation.Delete(List.of(widget));
            case 1 -> new Operation.Clear(false);
            case 2 -> new Operation.Reorder(widget, state.zAtBottom());
            case 3 -> new Operation.Restore(List.of(widget));
            case 4 ->
                new Operation.Update(
                        widget, Fields.builder().width(random.nextInt(100)).build());
            case 5 ->
                new Operation.Update(
                        widget,
                        Fields.builder()
                                .width(random.nextInt(100))
                                .opacity(random.nextInt(256))
                                .build());
            default ->
                new Operation.Update(
                        widget, Fields.builder().opacity(random.nextInt(256)).build());
        };
    }

    /** One person at the relay. */
    private final class Seat {

        private final TestDrawer drawer;
        private final Deque<ServerFrame> toHear = new ArrayDeque<>();
        private ClientFrame last = new Have(List.of());
        private boolean follows;
        private long toldUpTo;

        private Seat(TestDrawer drawer) {
            this.drawer = drawer;
        }

        private void join() {
            drawer.join(TestOffice.PHOTO);
            for (Seat other : seats) {
                drawer.annotations.on(new Participant(
                        other.drawer.handle, other.drawer.person, "", Role.EXPERT, ClientKind.DESKTOP, Presence.HERE));
            }
        }

        private void drop() {
            drawer.lose();
            toHear.clear();
            follows = false;
            join();
        }

        private void repeatLast() {
            take(last);
        }

        private void sayAll() {
            drawer.pass(1000);
            drawer.heard().forEach(this::take);
        }

        private void take(ClientFrame frame) {
            last = frame;
            if (frame instanceof Have have) {
                for (HavePhoto asked : have.photos()) {
                    toHear.add(office.have(asked));
                    toldUpTo = office.revision();
                    follows = true;
                }
            } else if (frame instanceof Operations operations) {
                OperationResults results = office.take(operations, drawer.handle);
                boolean deltasFirst = random.nextBoolean();
                if (deltasFirst) {
                    seats.forEach(Seat::tell);
                }
                toHear.add(results);
                seats.forEach(Seat::tell);
            }
        }

        private void tell() {
            if (follows && toldUpTo < office.revision()) {
                boolean merges = random.nextInt(3) == 0;
                if (random.nextInt(4) != 0) {
                    toHear.add(merges ? office.merged(toldUpTo) : office.since(toldUpTo));
                    toldUpTo = office.revision();
                }
            }
        }

        private void hearAll() {
            while (!toHear.isEmpty()) {
                hear();
            }
            if (follows && toldUpTo < office.revision()) {
                toHear.add(office.since(toldUpTo));
                toldUpTo = office.revision();
                hearAll();
            }
        }

        private void hear() {
            ServerFrame frame = toHear.poll();
            if (frame instanceof OperationResults results) {
                drawer.annotations.on(results);
            } else if (frame instanceof Deltas deltas) {
                drawer.annotations.on(deltas);
            } else if (frame instanceof Snapshot snapshot) {
                try {
                    drawer.annotations.on(snapshot);
                } catch (WireException e) {
                    throw new AssertionError(e);
                }
            }
            drawer.settle();
        }

        private void takeBack(boolean undo) {
            drawer.settle();
            WidgetState shown = drawer.drawing.snapshot().widgets();
            Undone step = drawer.now(undo ? drawer.drawing.undo() : drawer.drawing.redo());
            boolean isOfThisLog = drawer.drawing.snapshot().epoch() == office.epoch; // else nobody knows who wrote what
            if (step.operation().isPresent() && isOfThisLog) {
                undone++;
                assertOwn(step.operation().get(), shown);
            }
        }

        private void assertOwn(Operation operation, WidgetState shown) {
            if (operation instanceof Operation.Update update) {
                update.fields().names().forEach(field -> assertOwn(shown, update.widget(), field));
            } else if (operation instanceof Operation.Reorder reorder) {
                assertOwn(shown, reorder.widget(), Field.Z);
            } else if (operation instanceof Operation.Restore restore) {
                restore.widgets().forEach(widget -> assertOwn(shown, widget, Field.DELETED));
            } else if (operation instanceof Operation.Delete delete) {
                delete.widgets()
                        .forEach(widget ->
                                Arrays.stream(Field.values()).forEach(field -> assertOwn(shown, widget, field)));
            }
        }

        private void assertOwn(WidgetState shown, WidgetId widget, Field field) {
            long revision = shown.fieldRevision(widget, field);
            if (revision != 0 && !OwnOperation.isProvisional(revision)) {
                Optional<Delta> written = office.log.stream()
                        .filter(delta -> delta.getRevision() == revision)
                        .findFirst();
                assertThat(written.map(Delta::getParticipant).orElse(drawer.handle))
                        .as("%s of %s", field, widget)
                        .isEqualTo(drawer.handle);
            }
        }
    }
}
