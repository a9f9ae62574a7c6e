package io.pinhole.protocol.widget.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.pinhole.protocol.frame.CaptureId;
import io.pinhole.protocol.json.BadJsonException;
import io.pinhole.protocol.json.JsonInput;
import io.pinhole.protocol.json.JsonText;
import io.pinhole.protocol.widget.Widget;
import java.io.IOException;

/**
 * The widgets of a photo to JSON and back, without a loss: what is read equals what was written. The form stands in the
 * README; a key that it does not name is refused, so a new one makes a new format. Any thread.
 */
public final class WidgetJson {

    static final int FORMAT = 1;

    private WidgetJson() {}

    public static String write(WidgetDocument document) {
        return JsonText.of(json -> write(document, json));
    }

    /** The same as a part of something larger. */
    public static void write(WidgetDocument document, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("format", FORMAT);
        if (document.capture().isPresent()) {
            CaptureId capture = document.capture().get();
            json.writeStringField("capture", capture.toString());
        }
        json.writeStringField("photo", document.photo().toString());
        json.writeNumberField("epoch", document.epoch());
        json.writeNumberField("revision", document.revision());
        json.writeArrayFieldStart("widgets");
        for (Widget widget : document.widgets().inDrawingOrder()) {
            WidgetWriter.write(widget, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** @throws BadJsonException naming the path to the first thing that is wrong */
    public static WidgetDocument read(String text) throws BadJsonException {
        return JsonInput.read(text, in -> new DocumentReader(in).read());
    }
}
