package io.pinhole.relay.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.pinhole.protocol.json.JsonText;
import io.pinhole.relay.store.Picture;
import io.pinhole.relay.store.StoredCapture;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Captures as JSON. */
final class CaptureJson {

    private CaptureJson() {}

    static String of(StoredCapture capture) {
        return JsonText.of(json -> write(capture, json));
    }

    /** @param next where the list goes on */
    static String of(List<StoredCapture> captures, Optional<String> next) {
        return JsonText.of(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("captures");
            for (StoredCapture capture : captures) {
                write(capture, json);
            }
            json.writeEndArray();
            if (next.isPresent()) {
                json.writeStringField("next", next.get());
            }
            json.writeEndObject();
        });
    }

    private static void write(StoredCapture capture, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", capture.id().toString());
        json.writeStringField("name", capture.name().value());
        json.writeStringField("call", capture.call().value());
        json.writeStringField("photo", capture.photo().toString());
        json.writeStringField("title", capture.title());
        json.writeStringField("savedBy", capture.by().value());
        json.writeStringField("created", capture.created().toString());
        json.writeNumberField("epoch", capture.epoch());
        json.writeNumberField("revision", capture.revision());
        json.writeStringField("state", word(capture.state()));
        if (capture.failure().isPresent()) {
            json.writeStringField("reason", capture.failure().get());
        }
        if (capture.picture().isPresent()) {
            write(capture.picture().get(), json);
        }
        writeLinks(CapturePages.PATH + "/" + capture.id(), json);
        json.writeEndObject();
    }

    private static void write(Picture picture, JsonGenerator json) throws IOException {
        json.writeStringField("rendition", word(picture.from()));
        json.writeNumberField("width", picture.width());
        json.writeNumberField("height", picture.height());
        json.writeNumberField("bytes", picture.size());
        json.writeStringField("sha256", picture.sha256().hex());
    }

    private static void writeLinks(String self, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("links");
        json.writeStringField("self", self);
        json.writeStringField("flattened", self + CapturePages.FLATTENED);
        json.writeStringField("original", self + CapturePages.ORIGINAL);
        json.writeStringField("widgets", self + CapturePages.WIDGETS);
        json.writeEndObject();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
