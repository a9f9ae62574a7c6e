package io.pinhole.protocol.widget;

import static io.pinhole.protocol.widget.Scene.ANNA;
import static io.pinhole.protocol.widget.Scene.create;
import static io.pinhole.protocol.widget.Scene.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.Code;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How much a photo holds, and how much it remembers of what was deleted. */
class LimitsTest {

    private final Scene scene = new Scene();

    @Test
    void noMoreWidgetsThanAllowed() {
        scene.limits = new Limits(2, 100, 100);
        scene.apply(ANNA, create(1, WidgetKind.ARROW));
        scene.apply(ANNA, create(2, WidgetKind.ARROW));
        scene.refuses(Code.TOO_MANY_WIDGETS, ANNA, create(3, WidgetKind.ARROW));

        scene.apply(ANNA, delete(1));
        scene.apply(ANNA, create(3, WidgetKind.ARROW));
        scene.refuses(Code.TOO_MANY_WIDGETS, ANNA, new Operation.Restore(List.of(id(1))));
    }

    @Test
    void noMorePointsThanAllowed() {
        scene.limits = new Limits(9, 5, 100);
        scene.apply(ANNA, create(1, WidgetKind.FREEHAND));
        scene.refuses(Code.TOO_MANY_POINTS, ANNA, create(2, WidgetKind.FREEHAND));
        scene.refuses(Code.TOO_MANY_POINTS, ANNA, new Operation.Append(id(1), Scene.INK));
        scene.apply(ANNA, new Operation.Append(id(1), Ink.of(4, 1, 1, 2, 2)));
    }

    @Test
    void noMoreTextThanAllowed() {
        scene.limits = new Limits(9, 5, 7);
        scene.apply(ANNA, create(1, WidgetKind.TEXT));
        scene.apply(ANNA, text("1234567"));
        scene.refuses(Code.BAD_TEXT, ANNA, text("12345678"));
        scene.apply(ANNA, text("123"));
    }

    @Test
    void aLimitThatWasLoweredLetsPeopleDelete() {
        scene.apply(ANNA, create(1, WidgetKind.ARROW));
        scene.apply(ANNA, create(2, WidgetKind.ARROW));
        scene.apply(ANNA, create(3, WidgetKind.ARROW));
        scene.limits = new Limits(1, 1, 1);

        scene.apply(ANNA, new Operation.Reorder(id(1), "W"));
        scene.apply(ANNA, delete(1));
    }

    @Test
    void theOldestDeletedWidgetsAreForgotten() {
        int many = WidgetTable.GRAVEYARD.widgets();
        for (int number = 1; number <= many + 2; number++) {
            scene.apply(ANNA, create(number, WidgetKind.ARROW));
            scene.apply(ANNA, delete(number));
        }

        assertThat(scene.state.tombstone(id(1))).isEmpty();
        assertThat(scene.state.tombstone(id(2))).isEmpty();
        assertThat(scene.state.tombstone(id(3))).isPresent();
        scene.refuses(Code.WIDGET_UNKNOWN, ANNA, new Operation.Restore(List.of(id(1))));
        assertThat(scene.state.toSnapshot()).hasSize(many);
    }

    private static Operation text(String text) {
        return new Operation.Update(id(1), Fields.builder().text(text).build());
    }

    private static Operation delete(long number) {
        return new Operation.Delete(List.of(id(number)));
    }
}
