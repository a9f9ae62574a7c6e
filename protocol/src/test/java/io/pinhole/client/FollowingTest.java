package io.pinhole.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.Have;
import io.pinhole.protocol.frame.HavePhoto;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Snapshot;
import io.pinhole.protocol.frame.WidgetId;
import io.pinhole.protocol.frame.WireException;
import io.pinhole.protocol.widget.Fields;
import io.pinhole.protocol.widget.Geometry;
import io.pinhole.protocol.widget.WidgetKind;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Photos that come while one is in the call. */
class FollowingTest {

    private static final int HANDLE = 8;
    private static final Fields LYING =
            Fields.builder().geometry(new Geometry(100, 100, 500, 300)).build();

    private final PhotoId photo = PhotoId.random();
    private final TestDrawer anna = new TestDrawer("anna", 1, PhotoId.random(), new MemoryOutbox());

    @BeforeEach
    void join() {
        anna.join(TestOffice.PHOTO);
        anna.heard();
        anna.annotations.bind(photo, HANDLE);
    }

    @Test
    void whatOneDrawsOnANewPhotoIsShownAtOnceAndCanBeUndone() {
        Drawing drawing = anna.annotations.follow(photo);
        WidgetId line = drawing.create(WidgetKind.LINE, LYING);
        anna.settle();
        assertThat(drawing.snapshot().widgets().widget(line)).isPresent();
        drawing.undo();
        anna.settle();
        assertThat(drawing.snapshot().widgets().widget(line)).isEmpty();
    }

    @Test
    void aPhotoIsAskedForOnce() {
        anna.annotations.followOnce(photo);
        anna.annotations.followOnce(photo);
        assertThat(anna.heard()).containsExactly(new Have(List.of(new HavePhoto(photo, 0, 0, List.of()))));
        anna.annotations.followOnce(photo);
        assertThat(anna.heard()).isEmpty();
    }

    @Test
    void thatThereAreNoWidgetsIsNewsOnce() throws WireException {
        Drawing drawing = anna.annotations.follow(photo);
        anna.settle();
        anna.events.clear();
        anna.annotations.on(new Snapshot(HANDLE, 1, 0, List.of()));
        assertThat(anna.events).containsExactly("widgets");
        assertThat(drawing.snapshot().known()).isTrue();
        anna.annotations.on(new Snapshot(HANDLE, 1, 0, List.of()));
        assertThat(anna.events).containsExactly("widgets");
    }
}
