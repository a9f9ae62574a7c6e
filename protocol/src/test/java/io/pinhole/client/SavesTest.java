package io.pinhole.client;

import static io.pinhole.client.TestRoom.LYING;
import static io.pinhole.client.TestRoom.PHOTO;
import static io.pinhole.client.TestRoom.codeOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.Capability;
import io.pinhole.protocol.frame.CaptureId;
import io.pinhole.protocol.frame.CaptureState;
import io.pinhole.protocol.frame.Captured;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Refusal;
import io.pinhole.protocol.frame.Save;
import io.pinhole.protocol.widget.WidgetKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SavesTest {

    private final TestRoom room = new TestRoom();
    private final TestDrawer anna = room.anna;

    @Test
    void whatOneHasDrawnIsStoredBeforeItIsSaved() {
        anna.drawing.create(WidgetKind.LINE, LYING);
        anna.drawing.save("Seal before");
        assertThat(anna.heard()).noneMatch(Save.class::isInstance);
        anna.lose();
        anna.join(PHOTO);
        room.exchange(anna);
        Save save = onlySave();
        assertThat(save.photo()).isEqualTo(room.photo);
        assertThat(save.name()).isEqualTo("Seal before");
        assertThat(pin(save)).isEqualTo(new Pin(1, 1));
    }

    @Test
    void whatOthersHaveDrawnIsSavedAsFarAsItIsShown() {
        room.drawn(room.ben, WidgetKind.LINE);
        room.exchange(anna);
        room.drawn(room.ben, WidgetKind.ARROW);
        anna.drawing.save("Seal");
        assertThat(pin(onlySave())).isEqualTo(new Pin(1, 1));
    }

    @Test
    void aSaveWaitsUntilThePhotosLogIsKnown() {
        TestDrawer carl = new TestDrawer("carl", 3, room.photo, new MemoryOutbox());
        carl.join(PHOTO);
        carl.drawing.save("Seal");
        room.exchange(carl);
        assertThat(room.saves).isEmpty();
        room.exchange(carl);
        assertThat(pin(onlySave())).isEqualTo(new Pin(1, 0));
    }

    @Test
    void itIsToldWhenItIsDurableAndWhenItIsReady() {
        CompletableFuture<Capture> saved = anna.drawing.save(" Seal ");
        Save save = onlySave();
        anna.answer(save, CaptureState.PENDING);
        Capture capture = saved.join();
        assertThat(capture.id()).isEqualTo(save.capture());
        assertThat(capture.photo()).isEqualTo(room.photo);
        assertThat(capture.name().value()).isEqualTo("Seal");
        assertThat(capture.pin()).isEqualTo(pin(save));
        assertThat(capture.state()).isEqualTo(CaptureState.PENDING);
        assertThat(capture.ready()).isNotDone();
        anna.tell(changed(save, CaptureState.READY));
        assertThat(capture.state()).isEqualTo(CaptureState.READY);
        assertThat(capture.ready()).isCompleted();
        anna.tell(changed(save, CaptureState.READY));
        assertThat(captureEvents()).isEqualTo(2);
    }

    @Test
    void oneWithoutAPictureSaysWhy() {
        Capture capture = saved("Seal");
        Refusal why = Refusal.of(Code.JPEG_MALFORMED, "it cannot be decoded");
        anna.tell(new Captured(0, capture.id(), CaptureState.FAILED, Optional.of(why)));
        assertThat(capture.state()).isEqualTo(CaptureState.FAILED);
        assertThat(capture.failure()).contains(why);
        assertThat(codeOf(capture.ready())).isEqualTo(Code.JPEG_MALFORMED);
    }

    @ParameterizedTest
    @CsvSource({"a/b, CAPTURE_NAME", "'', CAPTURE_NAME", "a\u0007b, BAD_TEXT"})
    void aNameThatWillNotDoIsRefusedAtOnce(String name, Code code) {
        assertThat(codeOf(anna.drawing.save(name))).isEqualTo(code);
        assertThat(anna.heard()).isEmpty();
        assertThat(room.outbox.contents().saves()).isEmpty();
    }

    @Test
    void whatTheRelayRefusesFails() {
        CompletableFuture<Capture> saved = anna.drawing.save("Seal");
        anna.refuse(onlySave(), Refusal.of(Code.CAPTURE_NAME_TAKEN, "taken"));
        assertThat(codeOf(saved)).isEqualTo(Code.CAPTURE_NAME_TAKEN);
        assertThat(anna.events).endsWith("refused");
        assertThat(room.outbox.contents().saves()).isEmpty();
        anna.lose();
        anna.join(PHOTO);
        assertThat(anna.heard()).noneMatch(Save.class::isInstance);
    }

    @Test
    void twoAtOnceAreTwo() {
        CompletableFuture<Capture> first = anna.drawing.save("first");
        anna.drawing.create(WidgetKind.LINE, LYING);
        CompletableFuture<Capture> second = anna.drawing.save("second");
        room.exchange(anna);
        assertThat(room.saves).extracting(Save::name).containsExactly("first");
        room.exchange(anna);
        assertThat(room.saves).extracting(Save::name).containsExactly("first", "second");
        assertThat(room.saves).extracting(Save::revision).containsExactly(0L, 1L);
        assertThat(room.saves).extracting(Save::capture).doesNotHaveDuplicates();
        anna.answer(room.saves.get(1), CaptureState.READY);
        assertThat(second.join().state()).isEqualTo(CaptureState.READY);
        assertThat(first).isNotDone();
        anna.answer(room.saves.get(0), CaptureState.PENDING);
        assertThat(first.join().name().value()).isEqualTo("first");
    }

    @Test
    void manyWaitTheirTurn() {
        List<CompletableFuture<Capture>> saved = new ArrayList<>();
        for (int i = 0; i < Saves.MAX_AT_ONCE + 3; i++) {
            saved.add(anna.drawing.save("Seal " + i));
        }
        room.exchange(anna);
        assertThat(room.saves).hasSize(Saves.MAX_AT_ONCE);
        anna.answer(room.saves.get(0), CaptureState.PENDING);
        anna.refuse(room.saves.get(1), Refusal.of(Code.CAPTURE_NAME_TAKEN, "taken"));
        room.exchange(anna);
        assertThat(room.saves).hasSize(Saves.MAX_AT_ONCE + 2);
        room.saves.subList(2, Saves.MAX_AT_ONCE).forEach(save -> anna.answer(save, CaptureState.READY));
        room.exchange(anna);
        assertThat(room.saves).hasSize(saved.size());
    }

    @Test
    void aRelayThatCannotSaveIsNotAsked() {
        anna.lose();
        CompletableFuture<Capture> before = anna.drawing.save("before");
        anna.settle();
        anna.join(PHOTO, Set.of(Capability.ANNOTATE));
        CompletableFuture<Capture> after = anna.drawing.save("after");
        assertThat(anna.heard()).noneMatch(Save.class::isInstance);
        assertThat(codeOf(before)).isEqualTo(Code.UNSUPPORTED);
        assertThat(codeOf(after)).isEqualTo(Code.UNSUPPORTED);
        anna.lose();
        anna.join(PHOTO);
        anna.drawing.save("now");
        assertThat(onlySave().name()).isEqualTo("now");
    }

    @Test
    void aPhotoThatNobodyKnowsIsRefusedAtOnce() {
        CompletableFuture<Capture> saved =
                anna.annotations.follow(PhotoId.random()).save("Seal");
        anna.settle();
        assertThat(codeOf(saved)).isEqualTo(Code.PHOTO_UNKNOWN);
    }

    @Test
    void aPhotoThatIsGoneIsWaitedForNoLonger() {
        PhotoId other = PhotoId.random();
        anna.annotations.bind(other, 8);
        CompletableFuture<Capture> saved = anna.annotations.follow(other).save("Seal");
        anna.settle();
        anna.lose();
        anna.join(PHOTO);
        anna.pass(Annotations.ALL_NAMED_MILLIS - 1);
        assertThat(saved).isNotDone();
        anna.pass(1);
        assertThat(codeOf(saved)).isEqualTo(Code.PHOTO_UNKNOWN);
    }

    @Test
    void aCaptureOfAnotherClientIsNoneOfThisOnes() {
        anna.tell(new Captured(0, CaptureId.random(), CaptureState.READY, Optional.empty()));
        assertThat(captureEvents()).isZero();
    }

    @Test
    void theEndOfTheCallIsTheEndOfWaiting() {
        Capture pending = saved("durable");
        CompletableFuture<Capture> unanswered = anna.drawing.save("unanswered");
        anna.settle();
        anna.annotations.end(Refusal.of(Code.CALL_ENDED, "over"));
        CompletableFuture<Capture> later = anna.drawing.save("later");
        anna.settle();
        assertThat(codeOf(pending.ready())).isEqualTo(Code.CALL_ENDED);
        assertThat(codeOf(unanswered)).isEqualTo(Code.CALL_ENDED);
        assertThat(codeOf(later)).isEqualTo(Code.CALL_ENDED);
        assertThat(room.outbox.contents().saves())
                .extracting(kept -> kept.name().value())
                .containsExactly("unanswered");
    }

    private Capture saved(String name) {
        CompletableFuture<Capture> saved = anna.drawing.save(name);
        anna.answer(onlySave(), CaptureState.PENDING);
        return saved.join();
    }

    private Save onlySave() {
        room.exchange(anna);
        assertThat(room.saves).hasSize(1);
        return room.saves.get(0);
    }

    private long captureEvents() {
        return anna.events.stream().filter("capture"::equals).count();
    }

    private static Pin pin(Save save) {
        return new Pin(save.epoch(), save.revision());
    }

    private static Captured changed(Save save, CaptureState state) {
        return new Captured(0, save.capture(), state, Optional.empty());
    }
}
