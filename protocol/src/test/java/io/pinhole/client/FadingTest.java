package io.pinhole.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.ClientKind;
import io.pinhole.protocol.frame.Operations;
import io.pinhole.protocol.frame.Participant;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Pointer;
import io.pinhole.protocol.frame.Presence;
import io.pinhole.protocol.frame.Role;
import io.pinhole.protocol.frame.Stroke;
import io.pinhole.protocol.frame.WidgetId;
import io.pinhole.protocol.frame.WireException;
import io.pinhole.protocol.proto.WidgetKindValue;
import io.pinhole.protocol.widget.Fields;
import io.pinhole.protocol.widget.Ink;
import io.pinhole.protocol.widget.Operation;
import io.pinhole.protocol.widget.WidgetKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How long an application is to show what others point at and draw, in virtual time. */
class FadingTest {

    private static final int PHOTO = TestOffice.PHOTO;
    private static final int BEN = 2;
    private static final int EVE = 3;
    private static final WidgetId WIDGET = new WidgetId(5, 5);

    private final TestOffice office = new TestOffice();
    private final TestDrawer anna = new TestDrawer("anna", 1, PhotoId.random(), new MemoryOutbox());

    FadingTest() throws WireException {
        office.people.put(1, anna.person);
        office.people.put(BEN, new PersonId("ben"));
        anna.join(PHOTO);
        see(BEN, Presence.HERE);
        see(EVE, Presence.HERE);
        anna.annotations.on(office.snapshot());
        anna.events.clear();
    }

    @Test
    void ofEachPersonTheLatestPointerIsShownForThreeSeconds() {
        point(BEN, 10);
        anna.pass(1000);
        point(EVE, 20);
        point(BEN, 30);
        assertThat(shown().pointers()).containsExactlyInAnyOrder(pointer(BEN, 30), pointer(EVE, 20));
        anna.pass(1000);
        point(EVE, 40);
        anna.pass(1999);
        assertThat(shown().pointers()).hasSize(2);
        anna.pass(1);
        assertThat(shown().pointers()).containsExactly(pointer(EVE, 40));
        assertThat(anna.events).containsExactly("pointer", "pointer", "pointer", "pointer", "faded");
        anna.pass(1000);
        assertThat(shown().pointers()).isEmpty();
        assertThat(anna.events).endsWith("faded", "faded");
    }

    @Test
    void aStrokeGrowsAndGivesWayToItsWidgetInOneStep() {
        draw(BEN, 1, 1, 2, 2);
        draw(BEN, 3, 5);
        assertThat(shown().strokes())
                .containsExactly(
                        new LiveStroke(BEN, WIDGET, WidgetKind.FREEHAND, 0xff00ff00, 40, Ink.of(4, 1, 1, 2, 2, 3, 5)));
        commit();
        anna.annotations.on(office.since(0));
        assertThat(shown().strokes()).isEmpty();
        assertThat(shown().widgets().widget(WIDGET)).isPresent();
        assertThat(anna.events).containsExactly("stroke", "stroke", "widgets", "faded", "deltas");
    }

    @Test
    void aSnapshotThatHasTheWidgetEndsItsStroke() throws WireException {
        draw(BEN, 1, 1);
        commit();
        anna.annotations.on(office.snapshot());
        assertThat(shown().strokes()).isEmpty();
    }

    @Test
    void aPieceThatItsOperationHasOvertakenIsNotShown() {
        commit();
        anna.annotations.on(office.since(0));
        draw(BEN, 1, 1);
        assertThat(shown().strokes()).isEmpty();
        take(2, new Operation.Delete(List.of(WIDGET)));
        anna.annotations.on(office.since(1));
        draw(BEN, 1, 1);
        assertThat(shown().strokes()).isEmpty();
        assertThat(anna.events).doesNotContain("stroke");
    }

    @Test
    void aStrokeThatNobodyGoesOnWithIsForgotten() {
        draw(BEN, 1, 1);
        anna.pass(Drawing.STROKE_MILLIS - 1);
        draw(BEN, 2, 2);
        anna.pass(Drawing.STROKE_MILLIS - 1);
        assertThat(shown().strokes()).hasSize(1);
        anna.pass(1);
        assertThat(shown().strokes()).isEmpty();
        assertThat(anna.events).containsExactly("stroke", "stroke", "faded");
    }

    @Test
    void whatSomebodyShowedGoesWithThePerson() {
        point(BEN, 10);
        point(EVE, 20);
        draw(BEN, 1, 1);
        see(BEN, Presence.RECONNECTING);
        assertThat(shown().pointers()).hasSize(2);
        see(BEN, Presence.GONE);
        assertThat(shown().pointers()).containsExactly(pointer(EVE, 20));
        assertThat(shown().strokes()).isEmpty();
        assertThat(anna.events).endsWith("stroke", "faded");
        see(BEN, Presence.GONE);
        assertThat(anna.events).endsWith("stroke", "faded");
    }

    @Test
    void nothingIsShownWithoutAConnection() {
        point(BEN, 10);
        draw(BEN, 1, 1);
        anna.lose();
        assertThat(shown().pointers()).isEmpty();
        assertThat(shown().strokes()).isEmpty();
        assertThat(anna.events).endsWith("faded");

        anna.join(PHOTO);
        point(BEN, 10);
        anna.pass(Drawing.POINTER_MILLIS);
        assertThat(shown().pointers()).isEmpty();
    }

    @Test
    void whatNobodyCouldLookAtIsNotKept() {
        for (int i = 0; i < 2 * Glimpses.MAX_STROKES; i++) {
            anna.annotations.on(piece(BEN, 1, 1).on(PHOTO).with(Ink.of(4, i, i).toMessage()));
            anna.annotations.on(new Stroke(
                    PHOTO,
                    EVE,
                    new WidgetId(9, i),
                    WidgetKindValue.WIDGET_FREEHAND,
                    0,
                    0,
                    Ink.of(4, 1, 1).toMessage()));
        }
        assertThat(shown().strokes()).hasSize(Glimpses.MAX_STROKES);
        assertThat(shown().strokes()).anyMatch(stroke -> stroke.participant() == BEN);

        int[] many = new int[1_000];
        for (int i = 0; i < Glimpses.MAX_POINTS / 100; i++) {
            draw(BEN, many);
        }
        assertThat(shown().strokes()).allMatch(stroke -> stroke.ink().count() <= Glimpses.MAX_POINTS);
    }

    @Test
    void whatIsNoStrokeIsNotShown() {
        anna.annotations.on(new Stroke(
                PHOTO,
                BEN,
                WIDGET,
                WidgetKindValue.WIDGET_UNKNOWN,
                0,
                0,
                Ink.of(4, 1, 1).toMessage()));
        anna.annotations.on(piece(BEN, 1, 1).on(99));
        assertThat(shown().strokes()).isEmpty();
    }

    private DrawingSnapshot shown() {
        anna.settle();
        return anna.drawing.snapshot();
    }

    private void point(int participant, int x) {
        anna.annotations.on(pointer(participant, x));
    }

    private static Pointer pointer(int participant, int x) {
        return new Pointer(PHOTO, participant, x, x);
    }

    private void draw(int participant, int... grid) {
        anna.annotations.on(piece(participant, grid));
    }

    private static Stroke piece(int participant, int... grid) {
        return new Stroke(
                PHOTO,
                participant,
                WIDGET,
                WidgetKindValue.WIDGET_FREEHAND,
                0xff00ff00,
                40,
                Ink.of(4, grid).toMessage());
    }

    private void commit() {
        take(
                1,
                new Operation.Create(
                        WIDGET,
                        WidgetKind.FREEHAND,
                        "V",
                        Fields.builder().ink(Ink.of(4, 1, 1)).build()));
    }

    private void take(long seq, Operation operation) {
        office.take(new Operations(PHOTO, 1, 99, seq, List.of(operation.toMessage())), BEN);
    }

    private void see(int participant, Presence presence) {
        PersonId person = new PersonId(participant == BEN ? "ben" : "eve");
        anna.annotations.on(new Participant(participant, person, "", Role.EXPERT, ClientKind.DESKTOP, presence));
    }
}
