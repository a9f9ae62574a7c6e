package io.pinhole.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.ClientFrame;
import io.pinhole.protocol.frame.ClientKind;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Deltas;
import io.pinhole.protocol.frame.Have;
import io.pinhole.protocol.frame.HavePhoto;
import io.pinhole.protocol.frame.Operations;
import io.pinhole.protocol.frame.Participant;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Pointer;
import io.pinhole.protocol.frame.Presence;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.Role;
import io.pinhole.protocol.frame.Snapshot;
import io.pinhole.protocol.frame.WidgetId;
import io.pinhole.protocol.frame.WireException;
import io.pinhole.protocol.widget.Fields;
import io.pinhole.protocol.widget.Geometry;
import io.pinhole.protocol.widget.Operation;
import io.pinhole.protocol.widget.Widget;
import io.pinhole.protocol.widget.WidgetKind;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnnotationsTest {

    private static final int PHOTO = TestOffice.PHOTO;
    private static final Fields RED = Fields.builder().stroke(0xffff0000).build();
    private static final Fields BLUE = Fields.builder().stroke(0xff0000ff).build();

    private static final Fields LYING =
            Fields.builder().geometry(new Geometry(100, 100, 500, 300)).build();

    private final PhotoId photo = PhotoId.random();
    private final MemoryOutbox outbox = new MemoryOutbox();
    private final TestOffice office = new TestOffice();
    private TestDrawer anna = new TestDrawer("anna", 1, photo, outbox);
    private final TestDrawer ben = new TestDrawer("ben", 2, photo, new MemoryOutbox());

    @BeforeEach
    void join() {
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

    @Test
    void whatIsFollowedIsAskedForOnceItIsNamed() {
        TestDrawer carl = new TestDrawer("carl", 3, photo, new MemoryOutbox());
        assertThat(carl.heard()).isEmpty();
        carl.join(PHOTO);
        assertThat(carl.heard()).containsExactly(new Have(List.of(new HavePhoto(photo, 0, 0, List.of()))));
    }

    @Test
    void anOperationIsShownBeforeItIsCommitted() {
        WidgetId arrow = anna.drawing.create(WidgetKind.ARROW, LYING);
        anna.settle();
        assertThat(anna.drawing.snapshot().widgets().widget(arrow)).isPresent();
        assertThat(anna.drawing.snapshot().committed().widget(arrow)).isEmpty();
        assertThat(anna.events).endsWith("widgets", "sent");
        exchange(anna);
        assertThat(anna.drawing.snapshot().committed().widget(arrow)).isPresent();
        assertThat(anna.drawing.snapshot().pending()).isZero();
        assertThat(outbox.contents().operations()).isEmpty();
    }

    @Test
    void whatIsRefusedIsTakenBack() {
        CompletableFuture<Long> stored = anna.drawing.perform(new Operation.Update(WidgetId.random(), RED));
        exchange(anna);
        assertThat(codeOf(stored)).isEqualTo(Code.WIDGET_UNKNOWN);
        assertThat(anna.events).contains("refused");
        WidgetId bens = drawn(ben, WidgetKind.LINE);
        exchange(anna);
        anna.drawing.perform(new Operation.Lock(bens, true));
        anna.drawing.perform(new Operation.Delete(List.of(bens)));
        exchange(anna);
        assertThat(anna.drawing.snapshot().widgets()).isEqualTo(office.state);
    }

    @Test
    void operationsAreSentAgainWithTheirNumbersAfterADrop() {
        anna.drawing.create(WidgetKind.ARROW, LYING);
        anna.drawing.create(WidgetKind.LINE, LYING);
        Operations before = operations(anna.heard());
        assertThat(before.operations()).hasSize(2);
        office.take(before, 1);
        anna.lose();
        anna.drawing.create(
                WidgetKind.TEXT, LYING.with(Fields.builder().text("x").build()));
        anna.join(9);
        Operations after = operations(anna.heard());
        assertThat(after.photo()).isEqualTo(9);
        assertThat(after.firstSeq()).isEqualTo(1);
        assertThat(after.operations()).hasSize(3);
        anna.annotations.on(office.take(after, 1));
        assertThat(office.state.size()).isEqualTo(3);
        assertThat(outbox.contents().operations()).isEmpty();
    }

    @Test
    void anotherLifeOfTheApplicationGoesOn() {
        anna.drawing.create(WidgetKind.ARROW, LYING);
        anna.settle();
        anna = new TestDrawer("anna", 1, photo, outbox);
        anna.join(PHOTO);
        exchange(anna);
        exchange(anna);
        assertThat(office.state.size()).isEqualTo(1);
        anna.drawing.create(WidgetKind.ARROW, LYING);
        exchange(anna);
        assertThat(office.state.size()).isEqualTo(2);
    }

    @Test
    void aGapThatNobodyCanFillIsAnotherWritersBeginning() {
        drawn(anna, WidgetKind.ARROW);
        office.lose(1);
        WidgetId second = anna.drawing.create(WidgetKind.LINE, LYING);
        for (int i = 0; i < 5; i++) {
            exchange(anna);
        }
        assertThat(office.state.widget(second)).isPresent();
        assertThat(office.state.size()).isEqualTo(1);
        assertThat(anna.drawing.snapshot().widgets()).isEqualTo(office.state);
    }

    @Test
    void anotherEpochTakesTheSnapshotAndTheKeptOperations() {
        WidgetId first = drawn(anna, WidgetKind.ARROW);
        office.lose(1);
        WidgetId second = anna.drawing.create(WidgetKind.LINE, LYING);
        for (int i = 0; i < 4; i++) {
            exchange(anna);
        }
        assertThat(office.state.widget(first)).isEmpty();
        assertThat(office.state.widget(second)).isPresent();
        assertThat(anna.drawing.snapshot().widgets()).isEqualTo(office.state);
        assertThat(anna.drawing.snapshot().epoch()).isEqualTo(2);
    }

    @Test
    void deltasThatDoNotGoOnAreAskedForAgain() {
        drawn(ben, WidgetKind.ARROW);
        drawn(ben, WidgetKind.LINE);
        anna.annotations.on(office.since(1));
        assertThat(anna.heard()).containsExactly(new Have(List.of(new HavePhoto(photo, 1, 0, List.of()))));
        anna.annotations.on(office.since(0));
        anna.annotations.on(office.since(0));
        assertThat(anna.drawing.snapshot().committed()).isEqualTo(office.state);
    }

    @Test
    void whoCannotBeNamedIsNamedByASnapshot() {
        office.people.put(5, new PersonId("eve"));
        TestDrawer eve = new TestDrawer("eve", 5, photo, new MemoryOutbox());
        eve.join(PHOTO);
        exchange(eve);
        drawn(eve, WidgetKind.ARROW);
        anna.annotations.on(office.since(0));
        assertThat(anna.heard()).containsExactly(new Have(List.of(new HavePhoto(photo, 0, 0, List.of()))));
    }

    @Test
    void aPositionIsWhereMergedDeltasEnd() {
        WidgetId line = drawn(ben, WidgetKind.LINE);
        ben.drawing.perform(new Operation.Update(line, RED));
        ben.drawing.perform(new Operation.Update(line, BLUE));
        exchange(ben);
        Deltas merged = office.merged(0);
        assertThat(merged.deltas()).hasSize(2);
        anna.annotations.on(merged);
        assertThat(anna.drawing.snapshot().revision()).isEqualTo(3);
        assertThat(anna.drawing.snapshot().committed()).isEqualTo(office.state);
    }

    @Test
    void stepsAreTakenBackOneAfterTheOther() {
        WidgetId line = drawn(anna, WidgetKind.LINE);
        anna.drawing.perform(new Operation.Update(line, RED));
        anna.drawing.perform(new Operation.Update(line, BLUE));
        exchange(anna);
        anna.drawing.undo();
        anna.settle();
        assertThat(stroke(anna, line)).isEqualTo(0xffff0000);
        exchange(anna);
        anna.drawing.undo();
        exchange(anna);
        assertThat(stroke(anna, line)).isNotIn(0xffff0000, 0xff0000ff);
        anna.drawing.redo();
        anna.drawing.redo();
        exchange(anna);
        assertThat(stroke(anna, line)).isEqualTo(0xff0000ff);
        for (int i = 0; i < 3; i++) {
            anna.drawing.undo();
        }
        exchange(anna);
        assertThat(office.state.size()).isZero();
        assertThat(anna.now(anna.drawing.undo()).left())
                .hasValueSatisfying(why -> assertThat(why).contains("nothing"));
    }

    @Test
    void whatAnotherHasChangedSinceIsLeft() {
        WidgetId line = drawn(anna, WidgetKind.LINE);
        exchange(anna);
        office.take(new Operations(PHOTO, 1, 99, 1, List.of(new Operation.Update(line, BLUE).toMessage())), 1);
        exchange(anna);
        Undone undone = anna.now(anna.drawing.undo());
        assertThat(undone.operation()).isEmpty();
        assertThat(undone.left()).isPresent();
        assertThat(anna.heard()).isEmpty();
    }

    @Test
    void onlyFieldsThatAreStillOnesOwnAreWrittenBack() {
        WidgetId line = drawn(anna, WidgetKind.LINE);
        Fields both = RED.with(Fields.builder().width(77).build());
        anna.drawing.perform(new Operation.Update(line, both));
        exchange(anna);
        office.take(new Operations(PHOTO, 1, 99, 1, List.of(new Operation.Update(line, BLUE).toMessage())), 1);
        exchange(anna);
        Undone undone = anna.now(anna.drawing.undo());
        assertThat(undone.left()).isPresent();
        exchange(anna);
        Widget now = office.state.widget(line).orElseThrow();
        assertThat(now.stroke()).isEqualTo(0xff0000ff);
        assertThat(now.width()).isNotEqualTo(77);
    }

    @Test
    void whatWasClearedComesBack() {
        drawn(anna, WidgetKind.LINE);
        drawn(anna, WidgetKind.ARROW);
        anna.drawing.perform(new Operation.Clear(false));
        exchange(anna);
        assertThat(office.state.size()).isZero();
        anna.drawing.undo();
        exchange(anna);
        assertThat(office.state.size()).isEqualTo(2);
    }

    @Test
    void aRefusedUndoMayBeTriedAgain() {
        WidgetId line = drawn(anna, WidgetKind.LINE);
        anna.drawing.undo();
        anna.settle();
        office.take(new Operations(PHOTO, 1, 99, 1, List.of(new Operation.Delete(List.of(line)).toMessage())), 1);
        exchange(anna);
        assertThat(anna.drawing.snapshot().widgets()).isEqualTo(office.state);
    }

    @Test
    void ofAPointerOnlyTheLatestGoes() {
        for (int i = 0; i < 10; i++) {
            anna.drawing.point(i, i);
        }
        assertThat(anna.heard()).containsExactly(new Pointer(PHOTO, 0, 0, 0));
        anna.pass(Laser.INTERVAL_MILLIS);
        assertThat(anna.heard()).containsExactly(new Pointer(PHOTO, 0, 9, 9));
        anna.pass(Laser.INTERVAL_MILLIS);
        assertThat(anna.heard()).isEmpty();
    }

    @Test
    void aPhotoThatNobodyKnowsIsRefusedAtOnce() {
        Drawing nowhere = anna.annotations.follow(PhotoId.random());
        CompletableFuture<Long> stored = nowhere.perform(new Operation.Clear(false));
        anna.settle();
        assertThat(codeOf(stored)).isEqualTo(Code.PHOTO_UNKNOWN);
    }

    @Test
    void aPhotoThatIsGoneDoesNotKeepTheOthersWaiting() {
        PhotoId other = PhotoId.random();
        anna.annotations.bind(other, 8);
        Drawing drawing = anna.annotations.follow(other);
        CompletableFuture<Long> lost = drawing.perform(new Operation.Clear(false));
        WidgetId line = anna.drawing.create(WidgetKind.LINE, LYING);
        anna.settle();
        anna.lose();
        anna.join(PHOTO);
        exchange(anna);
        assertThat(office.state.size()).isZero();
        anna.pass(Annotations.ALL_NAMED_MILLIS);
        exchange(anna);
        assertThat(codeOf(lost)).isEqualTo(Code.PHOTO_UNKNOWN);
        assertThat(office.state.widget(line)).isPresent();
    }

    @Test
    void theRevisionToSaveHoldsAllOfOnesOwn() {
        anna.drawing.create(WidgetKind.LINE, LYING);
        CompletableFuture<Pin> pin = anna.drawing.stored();
        anna.settle();
        assertThat(pin).isNotDone();
        exchange(anna);
        assertThat(anna.now(pin)).isEqualTo(new Pin(1, 1));
    }

    @Test
    void manyOperationsGoAtTheirPace() {
        for (int i = 0; i < 150; i++) {
            anna.drawing.create(
                    WidgetKind.LINE,
                    Fields.builder().geometry(new Geometry(i, i, 10, 10)).build());
        }
        exchange(anna);
        assertThat(office.state.size()).isEqualTo(OperationPace.BURST);
        anna.pass(1000);
        exchange(anna);
        exchange(anna);
        assertThat(office.state.size()).isEqualTo(150);
    }

    /** Hears what one says, and answers; then deltas. */
    private void exchange(TestDrawer drawer) {
        for (ClientFrame frame : drawer.heard()) {
            if (frame instanceof Have have) {
                have.photos().stream()
                        .filter(asked -> asked.photo().equals(photo))
                        .forEach(asked -> {
                            if (office.have(asked) instanceof Snapshot snapshot) {
                                on(drawer, snapshot);
                            } else {
                                drawer.annotations.on(office.since(asked.revision()));
                            }
                        });
            } else if (frame instanceof Operations operations && operations.photo() == PHOTO) {
                drawer.annotations.on(office.take(operations, drawer.handle));
            }
        }
        long at = drawer.drawing.snapshot().revision();
        if (drawer.drawing.snapshot().epoch() == office.epoch && at < office.revision()) {
            drawer.annotations.on(office.since(at));
        }
        drawer.settle();
    }

    private static void on(TestDrawer drawer, Snapshot snapshot) {
        try {
            drawer.annotations.on(snapshot);
        } catch (WireException e) {
            throw new AssertionError(e);
        }
    }

    private WidgetId drawn(TestDrawer drawer, WidgetKind kind) {
        WidgetId id = drawer.drawing.create(kind, LYING);
        exchange(drawer);
        assertThat(office.state.widget(id)).isPresent();
        return id;
    }

    private static int stroke(TestDrawer drawer, WidgetId id) {
        return drawer.drawing.snapshot().widgets().widget(id).orElseThrow().stroke();
    }

    private static Operations operations(List<ClientFrame> heard) {
        return heard.stream()
                .filter(Operations.class::isInstance)
                .map(Operations.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static Code codeOf(CompletableFuture<?> future) {
        assertThat(future).isCompletedExceptionally();
        Throwable cause = future.handle((value, thrown) -> thrown).join();
        Throwable refused = cause instanceof CompletionException ? cause.getCause() : cause;
        return ((RefusedException) refused).code();
    }
}
