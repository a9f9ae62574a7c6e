package io.pinhole.protocol.widget;

import static io.pinhole.protocol.widget.Scene.ANNA;
import static io.pinhole.protocol.widget.Scene.BEN;
import static io.pinhole.protocol.widget.Scene.EXPERT;
import static io.pinhole.protocol.widget.Scene.create;
import static io.pinhole.protocol.widget.Scene.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.PersonId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What takes each operation back, and what of it is left when others have worked on the same. */
class InverseTest {

    private final Scene scene = new Scene();
    private final OwnWork own = new OwnWork();

    @Test
    void aCreatedWidgetIsDeleted() {
        Inverse inverse = does(ANNA, create(1, WidgetKind.ARROW));
        assertThat(inverse.in(scene.state, own)).contains(new Operation.Delete(List.of(id(1))));

        scene.apply(EXPERT, colour(1, 7));
        assertThat(inverse.in(scene.state, own)).isEmpty();
    }

    @Test
    void anUpdatedWidgetGetsItsOldValuesWhereNobodyElseWrote() {
        does(ANNA, create(1, WidgetKind.RECTANGLE));
        Fields fields = Fields.builder().stroke(7).fill(8).build();
        Inverse inverse = does(ANNA, new Operation.Update(id(1), fields));
        assertThat(inverse.in(scene.state, own))
                .contains(new Operation.Update(
                        id(1), Fields.builder().stroke(0xffe53935).fill(0).build()));

        scene.apply(EXPERT, colour(1, 9));
        assertThat(inverse.in(scene.state, own))
                .contains(new Operation.Update(id(1), Fields.builder().fill(0).build()));
        scene.apply(ANNA, new Operation.Delete(List.of(id(1))));
        assertThat(inverse.in(scene.state, own)).isEmpty();
    }

    @Test
    void anAppendedStrokeIsShortened() {
        does(ANNA, create(1, WidgetKind.FREEHAND));
        Inverse inverse = does(ANNA, new Operation.Append(id(1), Scene.INK));
        takeBack(inverse);
        assertThat(scene.widget(1).ink()).isEqualTo(Scene.INK);
    }

    @Test
    void deletedAndClearedWidgetsComeBackUnlessSomebodyElseDeletedThem() {
        scene.apply(ANNA, create(1, WidgetKind.ARROW));
        scene.apply(ANNA, create(2, WidgetKind.ARROW));
        Inverse delete = does(ANNA, new Operation.Delete(List.of(id(1))));
        Inverse clear = does(ANNA, new Operation.Clear(false));
        assertThat(delete.in(scene.state, own)).contains(new Operation.Restore(List.of(id(1))));
        assertThat(clear.in(scene.state, own)).contains(new Operation.Restore(List.of(id(2))));

        takeBack(clear);
        scene.apply(EXPERT, new Operation.Delete(List.of(id(2))));
        assertThat(clear.in(scene.state, own)).isEmpty();
    }

    @Test
    void clearingNothingIsNotTakenBack() {
        Operation clear = new Operation.Clear(false);
        WidgetState before = scene.state;
        assertThat(Inverse.of(clear, 1, before, scene.apply(ANNA, clear))).isEmpty();
    }

    @Test
    void orderAndLockGoBack() {
        does(EXPERT, create(1, WidgetKind.ARROW));
        Inverse order = does(EXPERT, new Operation.Reorder(id(1), "W"));
        Inverse lock = does(EXPERT, new Operation.Lock(id(1), true));
        assertThat(order.in(scene.state, own)).contains(new Operation.Reorder(id(1), "V"));
        assertThat(lock.in(scene.state, own)).contains(new Operation.Lock(id(1), false));
    }

    @Test
    void stepAfterStepAndForwardAgain() {
        does(ANNA, create(1, WidgetKind.ARROW));
        Inverse first = does(ANNA, colour(1, 7));
        Inverse second = does(ANNA, colour(1, 8));

        Inverse redoSecond = takeBack(second);
        assertThat(scene.widget(1).stroke()).isEqualTo(7);
        Inverse redoFirst = takeBack(first);
        assertThat(scene.widget(1).stroke()).isEqualTo(0xffe53935);
        takeBack(redoFirst);
        takeBack(redoSecond);
        assertThat(scene.widget(1).stroke()).isEqualTo(8);
    }

    @Test
    void whatWasWrittenBackIsStillAnothers() {
        does(ANNA, create(1, WidgetKind.ARROW));
        Inverse first = does(ANNA, colour(1, 7));
        scene.apply(EXPERT, colour(1, 9));
        Inverse second = does(ANNA, colour(1, 8));

        takeBack(second);
        assertThat(scene.widget(1).stroke()).isEqualTo(9);
        assertThat(first.in(scene.state, own)).isEmpty();
    }

    @Test
    void revisionsOfFieldsOutliveASnapshot() throws Exception {
        does(BEN, create(1, WidgetKind.ARROW));
        Inverse inverse = does(BEN, colour(1, 7));
        scene.apply(BEN, new Operation.Reorder(id(1), "W"));
        scene.state = WidgetState.fromSnapshot(scene.state.toSnapshot());
        assertThat(inverse.in(scene.state, own)).isPresent();
    }

    private Inverse does(PersonId person, Operation operation) {
        WidgetState before = scene.state;
        Applied applied = scene.apply(person, operation);
        own.did(scene.revision);
        return Inverse.of(operation, scene.revision, before, applied).orElseThrow();
    }

    /** Returns what does it again. */
    private Inverse takeBack(Inverse inverse) {
        WidgetState before = scene.state;
        Optional<Operation> operation = inverse.in(before, own);
        Applied applied = scene.apply(ANNA, operation.orElseThrow());
        own.tookBack(inverse, scene.revision);
        return Inverse.of(operation.orElseThrow(), scene.revision, before, applied)
                .orElseThrow();
    }

    private static Operation colour(long number, int colour) {
        return new Operation.Update(id(number), Fields.builder().stroke(colour).build());
    }
}
