package io.pinhole.client;

import static io.pinhole.client.TestRoom.LYING;
import static io.pinhole.client.TestRoom.PHOTO;
import static io.pinhole.client.TestRoom.codeOf;
import static io.pinhole.client.TestRoom.operations;
import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Operations;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.WidgetId;
import io.pinhole.protocol.widget.Fields;
import io.pinhole.protocol.widget.Operation;
import io.pinhole.protocol.widget.WidgetKind;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ReturningDrawerTest {

    private final TestRoom room = new TestRoom();
    private final TestDrawer anna = room.anna;

    @Test
    void operationsAreSentAgainWithTheirNumbersAfterADrop() {
        anna.drawing.create(WidgetKind.ARROW, LYING);
        anna.drawing.create(WidgetKind.LINE, LYING);
        Operations before = operations(anna.heard());
        assertThat(before.operations()).hasSize(2);
        room.office.take(before, 1);
        anna.lose();
        anna.drawing.create(
                WidgetKind.TEXT, LYING.with(Fields.builder().text("x").build()));
        anna.join(9);
        Operations after = operations(anna.heard());
        assertThat(after.photo()).isEqualTo(9);
        assertThat(after.firstSeq()).isEqualTo(1);
        assertThat(after.operations()).hasSize(3);
        anna.annotations.on(room.office.take(after, 1));
        assertThat(room.office.state.size()).isEqualTo(3);
        assertThat(room.outbox.contents().operations()).isEmpty();
    }

    @Test
    void anotherLifeOfTheApplicationGoesOn() {
        anna.drawing.create(WidgetKind.ARROW, LYING);
        anna.settle();
        TestDrawer again = room.annaAgain();
        again.join(PHOTO);
        room.exchange(again);
        room.exchange(again);
        assertThat(room.office.state.size()).isEqualTo(1);
        again.drawing.create(WidgetKind.ARROW, LYING);
        room.exchange(again);
        assertThat(room.office.state.size()).isEqualTo(2);
    }

    @Test
    void aGapThatNobodyCanFillIsAnotherWritersBeginning() {
        room.drawn(anna, WidgetKind.ARROW);
        room.office.lose(1);
        WidgetId second = anna.drawing.create(WidgetKind.LINE, LYING);
        for (int i = 0; i < 5; i++) {
            room.exchange(anna);
        }
        assertThat(room.office.state.widget(second)).isPresent();
        assertThat(room.office.state.size()).isEqualTo(1);
        assertThat(anna.drawing.snapshot().widgets()).isEqualTo(room.office.state);
    }

    @Test
    void anotherEpochTakesTheSnapshotAndTheKeptOperations() {
        WidgetId first = room.drawn(anna, WidgetKind.ARROW);
        room.office.lose(1);
        WidgetId second = anna.drawing.create(WidgetKind.LINE, LYING);
        for (int i = 0; i < 4; i++) {
            room.exchange(anna);
        }
        assertThat(room.office.state.widget(first)).isEmpty();
        assertThat(room.office.state.widget(second)).isPresent();
        assertThat(anna.drawing.snapshot().widgets()).isEqualTo(room.office.state);
        assertThat(anna.drawing.snapshot().epoch()).isEqualTo(2);
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
        room.exchange(anna);
        assertThat(room.office.state.size()).isZero();
        anna.pass(Annotations.ALL_NAMED_MILLIS);
        room.exchange(anna);
        assertThat(codeOf(lost)).isEqualTo(Code.PHOTO_UNKNOWN);
        assertThat(room.office.state.widget(line)).isPresent();
    }
}
