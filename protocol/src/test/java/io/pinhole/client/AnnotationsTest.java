package io.pinhole.client;

import static io.pinhole.client.TestRoom.BLUE;
import static io.pinhole.client.TestRoom.LYING;
import static io.pinhole.client.TestRoom.PHOTO;
import static io.pinhole.client.TestRoom.RED;
import static io.pinhole.client.TestRoom.codeOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Deltas;
import io.pinhole.protocol.frame.Have;
import io.pinhole.protocol.frame.HavePhoto;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.WidgetId;
import io.pinhole.protocol.widget.Fields;
import io.pinhole.protocol.widget.Geometry;
import io.pinhole.protocol.widget.Operation;
import io.pinhole.protocol.widget.WidgetKind;
import io.pinhole.protocol.widget.ZIndex;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class AnnotationsTest {

    private final TestRoom room = new TestRoom();
    private final TestDrawer anna = room.anna;
    private final TestDrawer ben = room.ben;

    @Test
    void whatIsFollowedIsAskedForOnceItIsNamed() {
        TestDrawer carl = new TestDrawer("carl", 3, room.photo, new MemoryOutbox());
        assertThat(carl.heard()).isEmpty();
        carl.join(PHOTO);
        assertThat(carl.heard()).containsExactly(new Have(List.of(new HavePhoto(room.photo, 0, 0, List.of()))));
    }

    @Test
    void anOperationIsShownBeforeItIsCommitted() {
        WidgetId arrow = anna.drawing.create(WidgetKind.ARROW, LYING);
        anna.settle();
        assertThat(anna.drawing.snapshot().widgets().widget(arrow)).isPresent();
        assertThat(anna.drawing.snapshot().committed().widget(arrow)).isEmpty();
        assertThat(anna.events).endsWith("widgets", "sent");
        room.exchange(anna);
        assertThat(anna.drawing.snapshot().committed().widget(arrow)).isPresent();
        assertThat(anna.drawing.snapshot().pending()).isZero();
        assertThat(room.outbox.contents().operations()).isEmpty();
    }

    @Test
    void onAPhotoThatIsFollowedLateOperationsAreShownAtOnceToo() {
        PhotoId other = PhotoId.random();
        anna.annotations.bind(other, 8);
        Drawing drawing = anna.annotations.follow(other);
        WidgetId arrow = drawing.create(WidgetKind.ARROW, LYING);
        anna.settle();
        assertThat(drawing.snapshot().widgets().widget(arrow)).isPresent();
        assertThat(anna.now(drawing.undo()).operation()).isPresent();
    }

    @Test
    void whatIsRefusedIsTakenBack() {
        CompletableFuture<Long> stored = anna.drawing.perform(new Operation.Update(WidgetId.random(), RED));
        room.exchange(anna);
        assertThat(codeOf(stored)).isEqualTo(Code.WIDGET_UNKNOWN);
        assertThat(anna.events).contains("refused");
        WidgetId bens = room.drawn(ben, WidgetKind.LINE);
        room.exchange(anna);
        anna.drawing.perform(new Operation.Lock(bens, true));
        anna.drawing.perform(new Operation.Delete(List.of(bens)));
        room.exchange(anna);
        assertThat(anna.drawing.snapshot().widgets()).isEqualTo(room.office.state);
    }

    @Test
    void deltasThatDoNotGoOnAreAskedForAgain() {
        room.drawn(ben, WidgetKind.ARROW);
        room.drawn(ben, WidgetKind.LINE);
        anna.annotations.on(room.office.since(1));
        assertThat(anna.heard()).containsExactly(new Have(List.of(new HavePhoto(room.photo, 1, 0, List.of()))));
        anna.annotations.on(room.office.since(0));
        anna.annotations.on(room.office.since(0));
        assertThat(anna.drawing.snapshot().committed()).isEqualTo(room.office.state);
    }

    @Test
    void whoCannotBeNamedIsNamedByASnapshot() {
        room.office.people.put(5, new PersonId("eve"));
        TestDrawer eve = new TestDrawer("eve", 5, room.photo, new MemoryOutbox());
        eve.join(PHOTO);
        room.exchange(eve);
        room.drawn(eve, WidgetKind.ARROW);
        anna.annotations.on(room.office.since(0));
        assertThat(anna.heard()).containsExactly(new Have(List.of(new HavePhoto(room.photo, 0, 0, List.of()))));
    }

    @Test
    void aPositionIsWhereMergedDeltasEnd() {
        WidgetId line = room.drawn(ben, WidgetKind.LINE);
        ben.drawing.perform(new Operation.Update(line, RED));
        ben.drawing.perform(new Operation.Update(line, BLUE));
        room.exchange(ben);
        Deltas merged = room.office.merged(0);
        assertThat(merged.deltas()).hasSize(2);
        anna.annotations.on(merged);
        assertThat(anna.drawing.snapshot().revision()).isEqualTo(3);
        assertThat(anna.drawing.snapshot().committed()).isEqualTo(room.office.state);
    }

    @Test
    void aPhotoThatNobodyKnowsIsRefusedAtOnce() {
        Drawing nowhere = anna.annotations.follow(PhotoId.random());
        CompletableFuture<Long> stored = nowhere.perform(new Operation.Clear(false));
        anna.settle();
        assertThat(codeOf(stored)).isEqualTo(Code.PHOTO_UNKNOWN);
    }

    @Test
    void aRedactionBelongsInThePixelsUntilThePhotoIsPublished() {
        Operation redaction = new Operation.Create(WidgetId.random(), WidgetKind.REDACTION, ZIndex.FIRST, LYING);
        anna.isUnpublished = true;
        CompletableFuture<Long> early = anna.drawing.perform(redaction);
        room.drawn(anna, WidgetKind.RECTANGLE);
        assertThat(codeOf(early)).isEqualTo(Code.BAD_REQUEST);
        assertThat(early.handle((revision, failure) -> failure.getMessage()).join())
                .contains("burnt");
        assertThat(room.office.state.size()).isEqualTo(1);
        anna.isUnpublished = false;
        anna.drawing.perform(redaction);
        room.exchange(anna);
        assertThat(room.office.state.size()).isEqualTo(2);
    }

    @Test
    void theRevisionToSaveHoldsAllOfOnesOwn() {
        anna.drawing.create(WidgetKind.LINE, LYING);
        CompletableFuture<Pin> pin = anna.drawing.stored();
        anna.settle();
        assertThat(pin).isNotDone();
        room.exchange(anna);
        assertThat(anna.now(pin)).isEqualTo(new Pin(1, 1));
    }

    @Test
    void manyOperationsGoAtTheirPace() {
        for (int i = 0; i < 150; i++) {
            anna.drawing.create(
                    WidgetKind.LINE,
                    Fields.builder().geometry(new Geometry(i, i, 10, 10)).build());
        }
        room.exchange(anna);
        assertThat(room.office.state.size()).isEqualTo(OperationPace.BURST);
        anna.pass(1000);
        room.exchange(anna);
        room.exchange(anna);
        assertThat(room.office.state.size()).isEqualTo(150);
    }
}
