package io.pinhole.relay.permission;

import io.pinhole.protocol.frame.FrameType;
import io.pinhole.protocol.frame.Pointer;
import io.pinhole.protocol.frame.Stroke;
import io.pinhole.protocol.widget.Operation;
import io.pinhole.protocol.widget.WidgetKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a client can ask of widgets. */
final class WidgetDeeds {

    private static final int COLOUR = 0xffe53935;

    private final Map<String, Deed> all = new LinkedHashMap<>();

    private WidgetDeeds() {
        all.put(
                "follow the widgets",
                new Deed(
                        FrameType.HAVE,
                        stage -> stage.sheet().begin(),
                        stage -> stage.sheet().follows(),
                        Stage::nothingChanged));
        ownWork();
        othersWork();
        provisional();
    }

    static Map<String, Deed> all() {
        return new WidgetDeeds().all;
    }

    private void ownWork() {
        draw("create a widget", Sheet.arrow(Sheet.NEW));
        draw("change one's own", Sheet.recolour(Sheet.OWN));
        draw("append to one's own ink", new Operation.Append(Sheet.OWN_INK, Sheet.INK));
        draw("delete one's own", new Operation.Delete(List.of(Sheet.OWN)));
        draw("restore one's own", new Operation.Restore(List.of(Sheet.OWN_DELETED)));
        draw("reorder one's own", new Operation.Reorder(Sheet.OWN, "W"));
        draw("clear one's own", new Operation.Clear(false));
    }

    private void othersWork() {
        draw("append to another's ink", new Operation.Append(Sheet.OTHER_INK, Sheet.INK));
        draw("restore what another deleted", new Operation.Restore(List.of(Sheet.OTHER_DELETED)));
        draw("change another's", Sheet.recolour(Sheet.OTHER));
        draw("delete another's", new Operation.Delete(List.of(Sheet.OTHER)));
        draw("reorder another's", new Operation.Reorder(Sheet.OTHER, "W"));
        draw("change what another locked", Sheet.recolour(Sheet.OWN_LOCKED));
        draw("clear all", new Operation.Clear(true));
        draw("lock", new Operation.Lock(Sheet.OWN, true));
        draw("unlock", new Operation.Lock(Sheet.OTHER_LOCKED, false));
    }

    private void draw(String name, Operation operation) {
        all.put(
                name,
                new Deed(
                        FrameType.OPERATIONS,
                        stage -> stage.sheet().begin(),
                        stage -> stage.sheet().draws(operation),
                        stage -> stage.sheet().bobSees(operation)));
    }

    private void provisional() {
        all.put(
                "point",
                new Deed(
                        FrameType.POINTER,
                        stage -> stage.sheet().begin(),
                        stage -> stage.tells(() -> stage.ada().send(pointer(stage, 0))),
                        stage -> stage.bob()
                                .await(Pointer.class, pointer(stage, stage.ada().handle())::equals)));
        all.put(
                "show a stroke",
                new Deed(
                        FrameType.STROKE,
                        stage -> stage.sheet().begin(),
                        stage -> stage.tells(() -> stage.ada().send(stroke(stage, 0))),
                        stage -> stage.bob()
                                .await(Stroke.class, stroke(stage, stage.ada().handle())::equals)));
    }

    private static Pointer pointer(Stage stage, int participant) {
        return new Pointer(stage.album().handle(), participant, 100, 200);
    }

    private static Stroke stroke(Stage stage, int participant) {
        return new Stroke(
                stage.album().handle(),
                participant,
                Sheet.NEW,
                WidgetKind.FREEHAND.value(),
                COLOUR,
                200,
                Sheet.INK.toMessage());
    }
}
