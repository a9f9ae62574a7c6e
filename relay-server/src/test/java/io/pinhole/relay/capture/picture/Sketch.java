package io.pinhole.relay.capture.picture;

import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.WidgetId;
import io.pinhole.protocol.widget.Context;
import io.pinhole.protocol.widget.Fields;
import io.pinhole.protocol.widget.Geometry;
import io.pinhole.protocol.widget.Limits;
import io.pinhole.protocol.widget.Operation;
import io.pinhole.protocol.widget.Widget;
import io.pinhole.protocol.widget.WidgetKind;
import io.pinhole.protocol.widget.WidgetState;
import java.util.List;

/** Widgets for a test, each above those before it; made by operations, so that there are none that could not be. */
final class Sketch {

    private static final PersonId ANNA = new PersonId("anna");

    private WidgetState state = WidgetState.EMPTY;
    private long revision;

    Sketch add(WidgetKind kind, Fields.Builder fields) {
        return add(kind, state.zOnTop(), fields);
    }

    Sketch addBelow(WidgetKind kind, Fields.Builder fields) {
        return add(kind, state.zAtBottom(), fields);
    }

    private Sketch add(WidgetKind kind, String z, Fields.Builder fields) {
        revision++;
        Operation create = new Operation.Create(new WidgetId(0, revision), kind, z, fields.build());
        try {
            state = state.apply(create, new Context(revision, ANNA, false, 0, Limits.DEFAULT))
                    .state();
        } catch (RefusedException e) {
            throw new AssertionError(e);
        }
        return this;
    }

    WidgetState state() {
        return state;
    }

    List<Widget> widgets() {
        return state.inDrawingOrder();
    }

    static Fields.Builder box(int x, int y, int width, int height) {
        return Fields.builder().geometry(new Geometry(x, y, width, height));
    }
}
