package io.pinhole.client;

import static io.pinhole.client.TestRoom.LYING;
import static io.pinhole.client.TestRoom.PHOTO;
import static io.pinhole.client.TestRoom.codeOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.CaptureState;
import io.pinhole.protocol.frame.Captured;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Have;
import io.pinhole.protocol.frame.HavePhoto;
import io.pinhole.protocol.frame.Refusal;
import io.pinhole.protocol.frame.Save;
import io.pinhole.protocol.widget.WidgetKind;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ReturningSaverTest {

    private static final Refusal OTHER_EPOCH = Refusal.of(Code.EPOCH_CHANGED, "another epoch");

    private final TestRoom room = new TestRoom();
    private final TestDrawer anna = room.anna;

    @Test
    void theSameIsAskedAgainAfterADrop() {
        CompletableFuture<Capture> saved = anna.drawing.save("Seal");
        Save before = nextSave(anna);
        anna.lose();
        room.drawn(room.ben, WidgetKind.LINE);
        anna.join(PHOTO);
        Save after = nextSave(anna);
        assertThat(sameRequest(after)).isEqualTo(sameRequest(before));
        anna.answer(after, CaptureState.READY);
        assertThat(saved.join().pin()).isEqualTo(new Pin(1, 0));
        anna.lose();
        anna.join(PHOTO);
        room.exchange(anna);
        assertThat(room.saves).hasSize(2);
    }

    @Test
    void whatBecameOfItMeanwhileIsAskedFor() {
        CompletableFuture<Capture> saved = anna.drawing.save("Seal");
        anna.answer(nextSave(anna), CaptureState.PENDING);
        anna.lose();
        anna.join(PHOTO);
        anna.answer(nextSave(anna), CaptureState.READY);
        assertThat(saved.join().ready()).isCompleted();
        assertThat(anna.events.stream().filter("capture"::equals)).hasSize(2);
    }

    @Test
    void aCaptureThatTheRelayDoesNotHaveAnyMoreHasFailed() {
        CompletableFuture<Capture> saved = anna.drawing.save("Seal");
        anna.answer(nextSave(anna), CaptureState.PENDING);
        anna.lose();
        anna.join(PHOTO);
        anna.refuse(nextSave(anna), OTHER_EPOCH);
        assertThat(saved.join().state()).isEqualTo(CaptureState.FAILED);
        assertThat(codeOf(saved.join().ready())).isEqualTo(Code.EPOCH_CHANGED);
    }

    @Test
    void inAnotherEpochItIsPinnedAnewAfterWhatIsOnesOwn() {
        room.drawn(anna, WidgetKind.ARROW);
        CompletableFuture<Capture> saved = anna.drawing.save("Seal");
        Save before = nextSave(anna);
        assertThat(before.revision()).isEqualTo(1);
        room.office.lose(1);
        anna.drawing.create(WidgetKind.LINE, LYING);
        anna.settle();
        anna.refuse(before, OTHER_EPOCH);
        for (int i = 0; i < 5; i++) {
            room.exchange(anna);
        }
        assertThat(room.saves).hasSize(2);
        Save after = room.saves.get(1);
        assertThat(after.capture()).isEqualTo(before.capture());
        assertThat(after.epoch()).isEqualTo(2);
        assertThat(after.revision()).isEqualTo(room.office.revision()).isPositive();
        anna.answer(after, CaptureState.PENDING);
        assertThat(saved.join().pin()).isEqualTo(new Pin(2, after.revision()));
    }

    @Test
    void inAnotherEpochItWaitsForTheNewLogAlsoAfterADrop() {
        anna.drawing.save("Seal");
        Save before = nextSave(anna);
        room.office.lose(1);
        anna.refuse(before, OTHER_EPOCH);
        assertThat(anna.heard()).containsExactly(new Have(List.of(new HavePhoto(room.photo, 0, 0, List.of()))));
        assertThat(room.outbox.contents().saves())
                .singleElement()
                .satisfies(kept -> assertThat(kept.pin()).isEmpty());
        anna.lose();
        anna.join(PHOTO);
        room.exchange(anna);
        assertThat(room.saves).hasSize(1);
        assertThat(nextSave(anna).epoch()).isEqualTo(2);
    }

    @Test
    void inAnotherEpochItIsPinnedAnewAlsoIfTheNewLogIsKnownAlready() {
        anna.drawing.save("Seal");
        Save before = nextSave(anna);
        room.office.lose(1);
        anna.lose();
        anna.join(PHOTO);
        Save again = nextSave(anna);
        assertThat(again.epoch()).isEqualTo(before.epoch());
        assertThat(anna.drawing.snapshot().epoch()).isEqualTo(2);
        anna.refuse(again, OTHER_EPOCH);
        assertThat(nextSave(anna).epoch()).isEqualTo(2);
    }

    @Test
    void whatTheStoreCannotTakeNowIsAskedAgainLater() {
        CompletableFuture<Capture> saved = anna.drawing.save("Seal");
        Save first = nextSave(anna);
        anna.refuse(first, Refusal.of(Code.STORE_UNAVAILABLE, "later").retryAfter(500));
        anna.pass(499);
        room.exchange(anna);
        assertThat(room.saves).hasSize(1);
        anna.pass(1);
        Save again = nextSave(anna);
        assertThat(sameRequest(again)).isEqualTo(sameRequest(first));
        assertThat(saved).isNotDone();
    }

    @Test
    void anotherLifeOfTheApplicationGoesOnWithTheSameRequest() {
        anna.drawing.save("Seal");
        Save before = nextSave(anna);
        room.drawn(room.ben, WidgetKind.LINE);
        TestDrawer again = room.annaAgain().join(PHOTO);
        Save after = nextSave(again);
        assertThat(sameRequest(after)).isEqualTo(sameRequest(before));
        again.answer(after, CaptureState.PENDING);
        assertThat(again.events).endsWith("capture");
        assertThat(room.outbox.contents().saves()).isEmpty();
        TestDrawer third = room.annaAgain().join(PHOTO);
        third.tell(new Captured(0, after.capture(), CaptureState.READY, Optional.empty()));
        assertThat(third.events).doesNotContain("capture");
    }

    @Test
    void anotherLifeOfTheApplicationStoresFirstWhatWasDrawn() {
        anna.lose();
        anna.drawing.create(WidgetKind.LINE, LYING);
        anna.drawing.save("Seal");
        anna.settle();
        assertThat(room.outbox.contents().saves())
                .singleElement()
                .satisfies(kept -> assertThat(kept.pin()).isEmpty());
        TestDrawer again = room.annaAgain().join(PHOTO);
        for (int i = 0; i < 3; i++) {
            room.exchange(again);
        }
        assertThat(room.office.state.size()).isEqualTo(1);
        assertThat(room.saves)
                .singleElement()
                .satisfies(save -> assertThat(save.revision()).isEqualTo(1));
    }

    private Save nextSave(TestDrawer drawer) {
        int before = room.saves.size();
        room.exchange(drawer);
        room.exchange(drawer);
        assertThat(room.saves).hasSize(before + 1);
        return room.saves.get(before);
    }

    private static Save sameRequest(Save save) {
        return new Save(0, save.capture(), save.photo(), save.epoch(), save.revision(), save.name());
    }
}
