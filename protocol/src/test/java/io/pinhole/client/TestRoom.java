package io.pinhole.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.ClientFrame;
import io.pinhole.protocol.frame.ClientKind;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Have;
import io.pinhole.protocol.frame.Operations;
import io.pinhole.protocol.frame.Participant;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Presence;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.Role;
import io.pinhole.protocol.frame.Save;
import io.pinhole.protocol.frame.Snapshot;
import io.pinhole.protocol.frame.WidgetId;
import io.pinhole.protocol.frame.WireException;
import io.pinhole.protocol.widget.Fields;
import io.pinhole.protocol.widget.Geometry;
import io.pinhole.protocol.widget.Operation;
import io.pinhole.protocol.widget.WidgetKind;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Two people who draw on one photo, and the office that orders it. */
final class TestRoom {

    static final int PHOTO = TestOffice.PHOTO;
    static final Fields RED = Fields.builder().stroke(0xffff0000).build();
    static final Fields BLUE = Fields.builder().stroke(0xff0000ff).build();
    static final Fields LYING =
            Fields.builder().geometry(new Geometry(100, 100, 500, 300)).build();

    final PhotoId photo = PhotoId.random();
    final MemoryOutbox outbox = new MemoryOutbox();
    final TestOffice office = new TestOffice();
    final TestDrawer anna = annaAgain();
    final TestDrawer ben = new TestDrawer("ben", 2, photo, new MemoryOutbox());

    /** What was asked to be saved. */
    final List<Save> saves = new ArrayList<>();

    TestRoom() {
        office.people.put(1, anna.person);
        office.people.put(2, ben.person);
        for (TestDrawer drawer : List.of(anna, ben)) {
            drawer.join(PHOTO);
            for (TestDrawer other : List.of(anna, ben)) {
                drawer.annotations.on(new Participant(
                        other.handle, other.person, "", Role.EXPERT, ClientKind.DESKTOP, Presence.HERE));
            }
            exchange(drawer);
        }
    }

    /** Another life of Anna's application, with the same outbox. */
    TestDrawer annaAgain() {
        return new TestDrawer("anna", 1, photo, outbox);
    }

    /** Hears what one says, and answers; then deltas. */
    void exchange(TestDrawer drawer) {
        for (ClientFrame frame : drawer.heard()) {
            answer(drawer, frame);
        }
        long at = drawer.drawing.snapshot().revision();
        if (drawer.drawing.snapshot().epoch() == office.epoch && at < office.revision()) {
            drawer.annotations.on(office.since(at));
        }
        drawer.settle();
    }

    private void answer(TestDrawer drawer, ClientFrame frame) {
        if (frame instanceof Have have) {
            have.photos().stream().filter(asked -> asked.photo().equals(photo)).forEach(asked -> {
                if (office.have(asked) instanceof Snapshot snapshot) {
                    on(drawer, snapshot);
                } else {
                    drawer.annotations.on(office.since(asked.revision()));
                }
            });
        } else if (frame instanceof Operations operations && operations.photo() == PHOTO) {
            drawer.annotations.on(office.take(operations, drawer.handle));
        } else if (frame instanceof Save save) {
            saves.add(save);
        }
    }

    private static void on(TestDrawer drawer, Snapshot snapshot) {
        try {
            drawer.annotations.on(snapshot);
        } catch (WireException e) {
            throw new AssertionError(e);
        }
    }

    WidgetId drawn(TestDrawer drawer, WidgetKind kind) {
        WidgetId id = drawer.drawing.create(kind, LYING);
        exchange(drawer);
        assertThat(office.state.widget(id)).isPresent();
        return id;
    }

    /** Anna herself does it, from another place. */
    void changedElsewhere(Operation operation) {
        office.take(new Operations(PHOTO, 1, 99, 1, List.of(operation.toMessage())), 1);
    }

    static int stroke(TestDrawer drawer, WidgetId id) {
        return drawer.drawing.snapshot().widgets().widget(id).orElseThrow().stroke();
    }

    static Operations operations(List<ClientFrame> heard) {
        return heard.stream()
                .filter(Operations.class::isInstance)
                .map(Operations.class::cast)
                .findFirst()
                .orElseThrow();
    }

    static Code codeOf(CompletableFuture<?> future) {
        assertThat(future).isCompletedExceptionally();
        Throwable cause = future.handle((value, thrown) -> thrown).join();
        Throwable refused = cause instanceof CompletionException ? cause.getCause() : cause;
        return ((RefusedException) refused).code();
    }
}
