package io.pinhole.protocol.widget;

import static io.pinhole.protocol.widget.Scene.ANNA;
import static io.pinhole.protocol.widget.Scene.EXPERT;
import static io.pinhole.protocol.widget.Scene.create;
import static io.pinhole.protocol.widget.Scene.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.proto.WidgetMessage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A state to messages and back. */
class SnapshotTest {

    private final Scene scene = new Scene();

    @Test
    void allKindsWithAllThatCanBeSaidOfThem() throws Exception {
        for (WidgetKind kind : WidgetKind.values()) {
            int number = kind.value().getNumber();
            scene.apply(ANNA, create(number, kind));
            Fields fields = OperationTest.everyField().only(kind.fields());
            Fields boxes = Fields.builder().geometry(Scene.BOX).fill(0xff000000).build();
            Fields origin = Fields.builder().geometry(Geometry.ORIGIN).build();
            scene.apply(
                    ANNA,
                    new Operation.Update(id(number), fields.with(kind.isInk() ? origin : boxes.only(kind.fields()))));
        }
        scene.apply(EXPERT, new Operation.Lock(id(1), true));
        scene.apply(EXPERT, new Operation.Delete(List.of(id(2), id(3))));
        scene.apply(EXPERT, new Operation.Reorder(id(4), "zz1"));

        WidgetState copy = WidgetState.fromSnapshot(scene.state.toSnapshot());
        assertThat(copy).isEqualTo(scene.state).hasSameHashCodeAs(scene.state);
        assertThat(copy.points()).isEqualTo(scene.state.points());
        assertThat(copy.fieldRevision(id(4), Field.Z)).isEqualTo(scene.revision);
    }

    @Test
    void aWidgetThatNobodyChangedHasNoAges() {
        scene.apply(ANNA, create(1, WidgetKind.ARROW));
        assertThat(scene.state.toSnapshot().get(0).getAgesList()).isEmpty();
        scene.apply(EXPERT, new Operation.Reorder(id(1), "W"));
        assertThat(scene.state.toSnapshot().get(0).getAgesList()).containsExactly(1L, 0L, 1L, 1L);
    }

    @Test
    void statesDifferWhenOnlyTheDeletedDo() {
        scene.apply(ANNA, create(1, WidgetKind.ARROW));
        scene.apply(ANNA, new Operation.Delete(List.of(id(1))));
        assertThat(scene.state.inDrawingOrder()).isEmpty();
        assertThat(scene.state).isNotEqualTo(WidgetState.EMPTY);
    }

    @Test
    void refusesWhatIsNoSnapshot() {
        scene.apply(ANNA, create(1, WidgetKind.ARROW));
        WidgetMessage good = scene.state.toSnapshot().get(0);

        refuses(Code.WIDGET_EXISTS, good, good);
        refuses(Code.WIDGET_KIND, good.toBuilder().setKindValue(0).build());
        refuses(Code.WIDGET_FIELD, good.toBuilder().setZ("").build());
        refuses(Code.BAD_GEOMETRY, good.toBuilder().clearFields().build());
        refuses(Code.BAD_REQUEST, good.toBuilder().clearAuthor().build());
        refuses(Code.BAD_REQUEST, good.toBuilder().addAges(2).build());
        refuses(Code.BAD_REQUEST, good.toBuilder().addAges(-1).build());
    }

    private static void refuses(Code code, WidgetMessage... widgets) {
        RefusedException refused =
                catchThrowableOfType(RefusedException.class, () -> WidgetState.fromSnapshot(List.of(widgets)));
        assertThat(refused).isNotNull();
        assertThat(refused.code()).as(refused.getMessage()).isEqualTo(code);
    }
}
