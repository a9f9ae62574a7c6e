package io.pinhole.relay.capture.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.json.BadJsonException;
import io.pinhole.protocol.widget.Widget;
import io.pinhole.protocol.widget.WidgetKind;
import io.pinhole.protocol.widget.json.WidgetDocument;
import io.pinhole.protocol.widget.json.WidgetJson;
import io.pinhole.relay.fixture.Jpegs;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the JSON of a capture says is all that its picture needs. */
final class FromJsonTest {

    @Test
    void the_widgets_of_every_kind_read_back_from_json_make_the_same_picture()
            throws IOException, UnreadablePictureException, BadJsonException {
        Sketch sketch = Showcase.sketch();
        assertThat(sketch.widgets()).extracting(Widget::kind).contains(WidgetKind.values());

        int revision = sketch.widgets().size();
        String json =
                WidgetJson.write(new WidgetDocument(Optional.empty(), PhotoId.random(), 1, revision, sketch.state()));
        List<Widget> back = WidgetJson.read(json).widgets().inDrawingOrder();

        assertThat(picture(back)).isEqualTo(picture(sketch.widgets()));
    }

    @Test
    void without_one_of_them_it_is_another_picture() throws IOException, UnreadablePictureException {
        List<Widget> widgets = Showcase.sketch().widgets();
        for (WidgetKind kind : WidgetKind.values()) {
            List<Widget> others =
                    widgets.stream().filter(widget -> widget.kind() != kind).toList();
            assertThat(picture(others)).as("without any %s", kind).isNotEqualTo(picture(widgets));
        }
    }

    private static byte[] picture(List<Widget> widgets) throws IOException, UnreadablePictureException {
        return new Flattener()
                .flatten(PictureBytes.of(Jpegs.baseline(640, 480)), widgets)
                .jpeg();
    }
}
