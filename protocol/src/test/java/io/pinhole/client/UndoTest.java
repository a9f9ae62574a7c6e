package io.pinhole.client;

import static io.pinhole.client.TestRoom.BLUE;
import static io.pinhole.client.TestRoom.LYING;
import static io.pinhole.client.TestRoom.PHOTO;
import static io.pinhole.client.TestRoom.RED;
import static io.pinhole.client.TestRoom.stroke;
import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.WidgetId;
import io.pinhole.protocol.widget.Fields;
import io.pinhole.protocol.widget.Operation;
import io.pinhole.protocol.widget.Widget;
import io.pinhole.protocol.widget.WidgetKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class UndoTest {

    private final TestRoom room = new TestRoom();
    private final TestDrawer anna = room.anna;

    @Test
    void stepsAreTakenBackOneAfterTheOther() {
        WidgetId line = room.drawn(anna, WidgetKind.LINE);
        anna.drawing.perform(new Operation.Update(line, RED));
        anna.drawing.perform(new Operation.Update(line, BLUE));
        room.exchange(anna);
        anna.drawing.undo();
        anna.settle();
        assertThat(stroke(anna, line)).isEqualTo(0xffff0000);
        room.exchange(anna);
        anna.drawing.undo();
        room.exchange(anna);
        assertThat(stroke(anna, line)).isNotIn(0xffff0000, 0xff0000ff);
        anna.drawing.redo();
        anna.drawing.redo();
        room.exchange(anna);
        assertThat(stroke(anna, line)).isEqualTo(0xff0000ff);
        for (int i = 0; i < 3; i++) {
            anna.drawing.undo();
        }
        room.exchange(anna);
        assertThat(room.office.state.size()).isZero();
        assertThat(anna.now(anna.drawing.undo()).left())
                .hasValueSatisfying(why -> assertThat(why).contains("nothing"));
    }

    @Test
    void whatAnotherHasChangedSinceIsLeft() {
        WidgetId line = room.drawn(anna, WidgetKind.LINE);
        room.exchange(anna);
        room.changedElsewhere(new Operation.Update(line, BLUE));
        room.exchange(anna);
        Undone undone = anna.now(anna.drawing.undo());
        assertThat(undone.operation()).isEmpty();
        assertThat(undone.left()).isPresent();
        assertThat(anna.heard()).isEmpty();
    }

    @Test
    void onlyFieldsThatAreStillOnesOwnAreWrittenBack() {
        WidgetId line = room.drawn(anna, WidgetKind.LINE);
        Fields both = RED.with(Fields.builder().width(77).build());
        anna.drawing.perform(new Operation.Update(line, both));
        room.exchange(anna);
        room.changedElsewhere(new Operation.Update(line, BLUE));
        room.exchange(anna);
        Undone undone = anna.now(anna.drawing.undo());
        assertThat(undone.left()).isPresent();
        room.exchange(anna);
        Widget now = room.office.state.widget(line).orElseThrow();
        assertThat(now.stroke()).isEqualTo(0xff0000ff);
        assertThat(now.width()).isNotEqualTo(77);
    }

    @Test
    void whatWasClearedComesBack() {
        room.drawn(anna, WidgetKind.LINE);
        room.drawn(anna, WidgetKind.ARROW);
        anna.drawing.perform(new Operation.Clear(false));
        room.exchange(anna);
        assertThat(room.office.state.size()).isZero();
        anna.drawing.undo();
        room.exchange(anna);
        assertThat(room.office.state.size()).isEqualTo(2);
    }

    @Test
    void aRefusedUndoMayBeTriedAgain() {
        WidgetId line = room.drawn(anna, WidgetKind.LINE);
        anna.drawing.undo();
        anna.settle();
        room.changedElsewhere(new Operation.Delete(List.of(line)));
        room.exchange(anna);
        assertThat(anna.drawing.snapshot().widgets()).isEqualTo(room.office.state);
    }

    @Test
    void whatWasDrawnBeforeTheLogWasKnownIsTakenBack() {
        TestDrawer carl = new TestDrawer("carl", 3, room.photo, new MemoryOutbox());
        room.office.people.put(3, carl.person);
        carl.join(PHOTO);
        carl.drawing.create(WidgetKind.LINE, LYING);
        carl.settle();
        room.exchange(carl);
        room.exchange(carl);
        assertThat(room.office.state.size()).isEqualTo(1);
        assertThat(carl.now(carl.drawing.undo()).operation()).isPresent();
    }

    @Test
    void whatWasDrawnWithoutAConnectionIsTakenBack() {
        anna.lose();
        anna.drawing.create(WidgetKind.LINE, LYING);
        anna.settle();
        anna.join(PHOTO);
        room.exchange(anna);
        room.exchange(anna);
        assertThat(room.office.state.size()).isEqualTo(1);
        assertThat(anna.now(anna.drawing.undo()).operation()).isPresent();
    }
}
