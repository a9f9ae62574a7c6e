package io.pinhole.protocol.widget;

import static io.pinhole.protocol.widget.Scene.ANNA;
import static io.pinhole.protocol.widget.Scene.BEN;
import static io.pinhole.protocol.widget.Scene.EXPERT;
import static io.pinhole.protocol.widget.Scene.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.CaptureId;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.widget.json.WidgetDocument;
import io.pinhole.protocol.widget.json.WidgetJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A document that somebody may have kept: it keeps its meaning. The file has a line for each widget. */
class GoldenWidgetsTest {

    private final Scene scene = new Scene();

    @Test
    void isReadAsItWasMeantAndWrittenAsItStands() throws Exception {
        drawOneOfEachKind();
        WidgetDocument document = new WidgetDocument(
                Optional.of(CaptureId.parse("c0ffee00000000000000000000000001")),
                PhotoId.parse("0123456789abcdef0123456789abcdef"),
                2,
                scene.revision,
                scene.state);

        String golden = golden();
        assertThat(WidgetJson.write(document)).isEqualTo(golden.replace("\n", ""));
        WidgetDocument read = WidgetJson.read(golden);
        assertThat(read.widgets().inDrawingOrder()).isEqualTo(scene.state.inDrawingOrder());
        assertThat(read)
                .isEqualTo(new WidgetDocument(
                        document.capture(), document.photo(), document.epoch(), document.revision(), read.widgets()));
    }

    private void drawOneOfEachKind() {
        for (WidgetKind kind : WidgetKind.values()) {
            int number = kind.value().getNumber();
            Operation.Create least = Scene.create(number, kind);
            scene.apply(ANNA, number % 2 == 0 ? least : full(least));
        }
        String text = "\"1\" \\ 2\n\u00bd \ud83d\ude00";
        scene.apply(
                ANNA, new Operation.Update(id(7), Fields.builder().text(text).build()));
        scene.apply(ANNA, new Operation.Append(id(4), Ink.of(4, -1, 4095)));
        scene.apply(ANNA, new Operation.Reorder(id(9), "U"));
        scene.apply(EXPERT, new Operation.Lock(id(1), true));
        scene.apply(BEN, Scene.create(11, WidgetKind.ARROW));
        scene.apply(BEN, new Operation.Delete(List.of(id(11))));
        scene.apply(ANNA, new Operation.Delete(List.of(id(2))));
        scene.apply(ANNA, new Operation.Restore(List.of(id(2))));
    }

    /** With every field that its kind may have. */
    private static Operation.Create full(Operation.Create least) {
        Fields every = OperationTest.everyField().only(least.kind().fields());
        Fields fit = Fields.builder()
                .geometry(least.kind().isInk() ? new Geometry(7, -7, 0, 0) : Scene.BOX)
                .build();
        return new Operation.Create(least.widget(), least.kind(), "V", every.with(fit));
    }

    private static String golden() throws IOException {
        try (InputStream in = GoldenWidgetsTest.class.getResourceAsStream("/golden/widgets.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
