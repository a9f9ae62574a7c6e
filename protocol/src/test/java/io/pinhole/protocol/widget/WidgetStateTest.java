package io.pinhole.protocol.widget;

import static io.pinhole.protocol.widget.Scene.ANNA;
import static io.pinhole.protocol.widget.Scene.BEN;
import static io.pinhole.protocol.widget.Scene.EXPERT;
import static io.pinhole.protocol.widget.Scene.create;
import static io.pinhole.protocol.widget.Scene.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each operation does. */
class WidgetStateTest {

    private final Scene scene = new Scene();

    @ParameterizedTest
    @EnumSource
    void createMakesAWidgetOfEveryKind(WidgetKind kind) {
        Applied applied = scene.apply(ANNA, create(1, kind));

        Widget widget = scene.widget(1);
        assertThat(widget.kind()).isEqualTo(kind);
        assertThat(widget.author()).isEqualTo(ANNA);
        assertThat(widget.revision()).isEqualTo(1);
        assertThat(widget.createdMillis()).isEqualTo(Scene.millis(1));
        assertThat(applied.changed()).containsExactly(id(1));
        assertThat(applied.removed()).isEmpty();
    }

    @Test
    void updateWritesItsFieldsAndLeavesTheOthers() {
        scene.apply(ANNA, create(1, WidgetKind.TEXT));
        scene.apply(ANNA, update(1, Fields.builder().text("a leak").stroke(0xff00ff00)));
        scene.apply(EXPERT, update(1, Fields.builder().text("two leaks")));

        Widget widget = scene.widget(1);
        assertThat(widget.text()).isEqualTo("two leaks");
        assertThat(widget.stroke()).isEqualTo(0xff00ff00);
        assertThat(widget.geometry()).isEqualTo(Scene.BOX);
        assertThat(widget.updatedBy()).isEqualTo(EXPERT);
        assertThat(widget.updatedMillis()).isEqualTo(Scene.millis(3));
        assertThat(widget.createdMillis()).isEqualTo(Scene.millis(1));
        assertThat(scene.state.fieldRevision(id(1), Field.TEXT)).isEqualTo(3);
        assertThat(scene.state.fieldRevision(id(1), Field.STROKE)).isEqualTo(2);
        assertThat(scene.state.fieldRevision(id(1), Field.GEOMETRY)).isEqualTo(1);
        assertThat(scene.state.fieldRevision(id(1), Field.FILL)).isZero();
        assertThat(scene.state.fieldRevision(id(9), Field.FILL)).isZero();
    }

    @Test
    void aFieldThatWasNeverWrittenHasTheDefaultOfItsKind() {
        scene.apply(ANNA, create(1, WidgetKind.HIGHLIGHTER));
        scene.apply(ANNA, create(2, WidgetKind.REDACTION));

        assertThat(scene.widget(1).opacity()).isEqualTo(96);
        assertThat(scene.widget(1).fields().names()).containsExactly(Field.INK);
        assertThat(scene.widget(1).geometry()).isEqualTo(Geometry.ORIGIN);
        assertThat(scene.widget(2).fill()).isEqualTo(0xff000000);
    }

    @Test
    void appendGoesOnWithAStroke() {
        scene.apply(ANNA, create(1, WidgetKind.FREEHAND));
        scene.apply(ANNA, new Operation.Append(id(1), Ink.of(4, -1, -2)));

        Ink ink = scene.widget(1).ink();
        assertThat(ink.count()).isEqualTo(4);
        assertThat(ink.x(3)).isEqualTo(-16);
        assertThat(ink.y(3)).isEqualTo(-32);
        assertThat(scene.state.points()).isEqualTo(4);
    }

    @Test
    void inkIsMovedAndDrawnByTwoPeopleAtOnce() {
        scene.apply(ANNA, create(1, WidgetKind.FREEHAND));
        scene.apply(EXPERT, update(1, Fields.builder().geometry(new Geometry(500, 600, 0, 0))));
        scene.apply(ANNA, new Operation.Append(id(1), Ink.of(4, 1, 1)));

        assertThat(scene.widget(1).geometry().x()).isEqualTo(500);
        assertThat(scene.widget(1).ink().count()).isEqualTo(4);
    }

    @Test
    void deleteAndRestore() {
        scene.apply(ANNA, create(1, WidgetKind.ARROW));
        scene.apply(ANNA, create(2, WidgetKind.ARROW));
        Widget before = scene.widget(1);
        Applied deleted = scene.apply(ANNA, delete(1, 2));

        assertThat(deleted.removed()).containsExactly(id(1), id(2));
        assertThat(scene.state.size()).isZero();
        assertThat(scene.state.widget(id(1))).isEmpty();
        assertThat(scene.state.tombstone(id(1))).isPresent();

        scene.apply(ANNA, new Operation.Restore(List.of(id(1))));
        assertThat(scene.widget(1).fields()).isEqualTo(before.fields());
        assertThat(scene.state.inDrawingOrder()).hasSize(1);
    }

    @Test
    void deleteSkipsWhatWasDeletedBefore() {
        scene.apply(ANNA, create(1, WidgetKind.ARROW));
        scene.apply(ANNA, create(2, WidgetKind.ARROW));
        scene.apply(ANNA, delete(1));

        assertThat(scene.apply(EXPERT, delete(1, 2)).removed()).containsExactly(id(2));
    }

    @Test
    void clearTakesOnesOwnButNotWhatAnotherHasLocked() {
        for (int number = 1; number <= 3; number++) {
            scene.apply(ANNA, create(number, WidgetKind.LINE));
        }
        scene.apply(BEN, create(4, WidgetKind.LINE));
        scene.apply(EXPERT, new Operation.Lock(id(2), true));

        assertThat(scene.apply(ANNA, new Operation.Clear(false)).removed()).containsExactly(id(1), id(3));
        assertThat(scene.apply(ANNA, new Operation.Clear(false)).removed()).isEmpty();
        assertThat(scene.apply(EXPERT, new Operation.Clear(true)).removed()).containsExactly(id(2), id(4));
        assertThat(scene.state.size()).isZero();
    }

    @Test
    void lockIsForOneWhoModerates() {
        scene.apply(ANNA, create(1, WidgetKind.LINE));
        scene.apply(EXPERT, new Operation.Lock(id(1), true));
        assertThat(scene.widget(1).lockedBy()).isEqualTo(EXPERT);

        scene.apply(EXPERT, new Operation.Lock(id(1), false));
        assertThat(scene.widget(1).lockedBy()).isNull();
        scene.apply(ANNA, delete(1));
    }

    @Test
    void drawnInTheOrderOfZAndThenOfId() {
        scene.apply(ANNA, create(3, WidgetKind.LINE));
        scene.apply(ANNA, create(1, WidgetKind.LINE));
        scene.apply(ANNA, create(2, WidgetKind.LINE));
        assertThat(order()).containsExactly(1L, 2L, 3L);

        scene.apply(ANNA, new Operation.Reorder(id(1), scene.state.zOnTop()));
        scene.apply(ANNA, new Operation.Reorder(id(3), scene.state.zAtBottom()));
        assertThat(order()).containsExactly(3L, 2L, 1L);
        assertThat(scene.state.fieldRevision(id(1), Field.Z)).isEqualTo(4);
    }

    @Test
    void rebalanceShortensTheWholeOrderWithoutChangingIt() {
        scene.apply(ANNA, create(1, WidgetKind.LINE));
        scene.apply(ANNA, create(2, WidgetKind.LINE));
        scene.apply(ANNA, create(3, WidgetKind.LINE));
        assertThat(scene.state.rebalance()).isEmpty();
        scene.apply(ANNA, new Operation.Reorder(id(2), "V".repeat(ZIndex.LONG + 1)));
        List<Long> before = order();

        scene.state.rebalance().forEach(reorder -> scene.apply(EXPERT, reorder));
        assertThat(order()).isEqualTo(before);
        assertThat(scene.state.inDrawingOrder()).allMatch(widget -> widget.z().length() <= 3);
        assertThat(scene.state.rebalance()).isEmpty();
    }

    private List<Long> order() {
        return scene.state.inDrawingOrder().stream()
                .map(widget -> widget.id().low())
                .toList();
    }

    private static Operation update(long number, Fields.Builder fields) {
        return new Operation.Update(id(number), fields.build());
    }

    private static Operation delete(long... numbers) {
        return new Operation.Delete(Arrays.stream(numbers).mapToObj(Scene::id).toList());
    }
}
