package io.pinhole.protocol.widget;

import static io.pinhole.protocol.widget.Scene.ANNA;
import static io.pinhole.protocol.widget.Scene.BEN;
import static io.pinhole.protocol.widget.Scene.BOX;
import static io.pinhole.protocol.widget.Scene.EXPERT;
import static io.pinhole.protocol.widget.Scene.create;
import static io.pinhole.protocol.widget.Scene.id;

import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.PersonId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What each operation refuses, and that nothing has changed then. 1 is an arrow, 2 is ink, both Anna's. */
class WidgetRefusalTest {

    private static final Operation RECOLOUR = update(1, Fields.builder().stroke(1));

    private final Scene scene = new Scene();

    @BeforeEach
    void twoWidgets() {
        scene.apply(ANNA, create(1, WidgetKind.ARROW));
        scene.apply(ANNA, create(2, WidgetKind.FREEHAND));
    }

    @Test
    void anIdThatIsInUse() {
        scene.refuses(Code.WIDGET_EXISTS, BEN, create(1, WidgetKind.LINE));
        scene.apply(ANNA, delete(1));
        scene.refuses(Code.WIDGET_EXISTS, ANNA, create(1, WidgetKind.ARROW));
    }

    @Test
    void aWidgetThatIsNotThere() {
        for (PersonId person : List.of(ANNA, EXPERT)) {
            scene.refuses(
                    Code.WIDGET_UNKNOWN, person, update(9, Fields.builder().stroke(1)));
            scene.refuses(Code.WIDGET_UNKNOWN, person, new Operation.Append(id(9), Scene.INK));
            scene.refuses(Code.WIDGET_UNKNOWN, person, delete(1, 9));
            scene.refuses(Code.WIDGET_UNKNOWN, person, restore(9));
            scene.refuses(Code.WIDGET_UNKNOWN, person, new Operation.Reorder(id(9), "V"));
            scene.refuses(Code.WIDGET_UNKNOWN, person, new Operation.Lock(id(9), true));
        }
    }

    @Test
    void aWidgetThatWasDeleted() {
        scene.apply(ANNA, delete(1));
        scene.refuses(Code.WIDGET_UNKNOWN, ANNA, RECOLOUR);
        scene.refuses(Code.WIDGET_UNKNOWN, ANNA, delete(1));
    }

    @Test
    void anotherPersonsWidgetWithoutTheRight() {
        scene.refuses(Code.WIDGET_NOT_YOURS, BEN, RECOLOUR);
        scene.refuses(Code.WIDGET_NOT_YOURS, BEN, delete(1));
        scene.refuses(Code.WIDGET_NOT_YOURS, BEN, new Operation.Reorder(id(1), "W"));
        scene.apply(EXPERT, RECOLOUR);
        scene.refuses(Code.WIDGET_NOT_YOURS, EXPERT, new Operation.Append(id(2), Scene.INK));
    }

    @Test
    void aWidgetThatAnotherHasLocked() {
        scene.apply(EXPERT, new Operation.Lock(id(1), true));
        scene.apply(EXPERT, new Operation.Lock(id(2), true));
        scene.refuses(Code.WIDGET_LOCKED, ANNA, RECOLOUR);
        scene.refuses(Code.WIDGET_LOCKED, ANNA, delete(1));
        scene.refuses(Code.WIDGET_LOCKED, ANNA, new Operation.Reorder(id(1), "W"));
        scene.refuses(Code.WIDGET_LOCKED, ANNA, new Operation.Append(id(2), Scene.INK));
        scene.apply(EXPERT, RECOLOUR);
    }

    @Test
    void whatOnlyOneWhoModeratesDoes() {
        scene.refuses(Code.RIGHT_MISSING, ANNA, new Operation.Clear(true));
        scene.refuses(Code.RIGHT_MISSING, ANNA, new Operation.Lock(id(1), true));
    }

    @Test
    void restoreOfWhatOneHasNotDeleted() {
        scene.refuses(Code.WIDGET_EXISTS, ANNA, restore(1));
        scene.apply(EXPERT, delete(1));
        scene.refuses(Code.WIDGET_NOT_YOURS, ANNA, restore(1));
        scene.apply(EXPERT, restore(1));
    }

    @Test
    void whatIsNotForThisKind() {
        scene.refuses(Code.WIDGET_KIND, ANNA, new Operation.Append(id(1), Scene.INK));
        scene.refuses(Code.WIDGET_FIELD, ANNA, update(1, Fields.builder().text("no")));
        scene.refuses(Code.WIDGET_FIELD, ANNA, update(2, Fields.builder().stamp(Stamp.CROSS)));
        scene.refuses(
                Code.WIDGET_FIELD,
                ANNA,
                fresh(WidgetKind.STAMP, Fields.builder().geometry(BOX)));
        scene.refuses(
                Code.WIDGET_FIELD,
                ANNA,
                fresh(WidgetKind.REDACTION, Fields.builder().geometry(BOX).fill(0x80000000)));
        scene.refuses(
                Code.BAD_GEOMETRY,
                ANNA,
                fresh(WidgetKind.FREEHAND, Fields.builder().stroke(1)));
        scene.refuses(
                Code.BAD_GEOMETRY, ANNA, fresh(WidgetKind.TEXT, Fields.builder().text("where")));
    }

    @Test
    void shapesThatAreNone() {
        scene.refuses(Code.BAD_GEOMETRY, ANNA, box(WidgetKind.RECTANGLE, new Geometry(0, 0, -1, 5)));
        scene.refuses(Code.BAD_GEOMETRY, ANNA, update(2, Fields.builder().geometry(new Geometry(0, 0, 5, 5))));
        scene.apply(ANNA, box(WidgetKind.LINE, new Geometry(0, 0, -65_535, -1)));
    }

    @Test
    void fartherOutsideThanOneSide() {
        scene.refuses(Code.BAD_GEOMETRY, ANNA, box(WidgetKind.LINE, new Geometry(0, 0, 131_071, 0)));
        scene.refuses(Code.BAD_GEOMETRY, ANNA, box(WidgetKind.LINE, new Geometry(0, -65_536, 0, 0)));
        scene.refuses(Code.BAD_GEOMETRY, ANNA, box(WidgetKind.LINE, new Geometry(9, 9, Integer.MAX_VALUE, 0)));
        scene.apply(ANNA, box(WidgetKind.LINE, new Geometry(131_070, -65_535, -196_605, 196_605)));
        scene.apply(ANNA, update(2, Fields.builder().geometry(new Geometry(130_000, 0, 0, 0))));
        scene.refuses(Code.BAD_GEOMETRY, ANNA, new Operation.Append(id(2), Ink.of(4, 70, 0)));
    }

    @Test
    void inkOnAnotherGrid() {
        scene.refuses(Code.BAD_GEOMETRY, ANNA, new Operation.Append(id(2), Ink.of(3, 1, 1)));
    }

    private static Operation box(WidgetKind kind, Geometry geometry) {
        return fresh(kind, Fields.builder().geometry(geometry));
    }

    private static Operation fresh(WidgetKind kind, Fields.Builder fields) {
        return new Operation.Create(id(7), kind, "V", fields.build());
    }

    private static Operation update(long number, Fields.Builder fields) {
        return new Operation.Update(id(number), fields.build());
    }

    private static Operation delete(long... numbers) {
        return new Operation.Delete(Arrays.stream(numbers).mapToObj(Scene::id).toList());
    }

    private static Operation restore(long number) {
        return new Operation.Restore(List.of(id(number)));
    }
}
