package io.pinhole.client;

import static io.pinhole.client.TestRoom.PHOTO;
import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.ClientFrame;
import io.pinhole.protocol.frame.Pointer;
import io.pinhole.protocol.frame.Stroke;
import io.pinhole.protocol.widget.Widget;
import io.pinhole.protocol.widget.WidgetKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveDrawingTest {

    private final TestRoom room = new TestRoom();
    private final TestDrawer anna = room.anna;

    @Test
    void ofAPointerOnlyTheLatestGoes() {
        for (int i = 0; i < 10; i++) {
            anna.drawing.point(i, i);
        }
        assertThat(anna.heard()).containsExactly(new Pointer(PHOTO, 0, 0, 0));
        anna.pass(PointerPace.INTERVAL_MILLIS);
        assertThat(anna.heard()).containsExactly(new Pointer(PHOTO, 0, 9, 9));
        anna.pass(PointerPace.INTERVAL_MILLIS);
        assertThat(anna.heard()).isEmpty();
    }

    @Test
    void aStrokeGrowsAtTheOthersAndBecomesAWidget() {
        Pen pen = anna.drawing.pen(WidgetKind.FREEHAND, PenStyle.RED);
        for (int i = 0; i < 60; i++) {
            pen.to(1000 + 100 * i, 1000 + 5 * i * i);
            anna.pass(8);
        }
        List<ClientFrame> live = anna.heard();
        assertThat(live).hasSizeBetween(3, 4).allMatch(Stroke.class::isInstance);
        pen.lift();
        room.exchange(anna);
        Widget widget = room.office.state.widget(pen.widget()).orElseThrow();
        assertThat(widget.ink().count()).isBetween(2, 40);
    }
}
