package io.pinhole.loadtest.join;

import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Sha256;
import io.pinhole.protocol.widget.WidgetState;
import io.pinhole.protocol.widget.json.WidgetDocument;
import io.pinhole.protocol.widget.json.WidgetJson;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A short text that stands for the widgets of a photo: the same wherever they are the same. */
public final class WidgetsHash {

    private WidgetsHash() {}

    public static String of(PhotoId photo, WidgetState widgets) {
        WidgetDocument shown = new WidgetDocument(Optional.empty(), photo, 0, 0, widgets);
        return Sha256.of(WidgetJson.write(shown).getBytes(StandardCharsets.UTF_8))
                .hex();
    }
}
