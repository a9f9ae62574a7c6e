package io.pinhole.loadtest.join;

import io.pinhole.client.DrawingSnapshot;
import io.pinhole.protocol.frame.Sha256;
import io.pinhole.protocol.widget.Field;
import io.pinhole.protocol.widget.Ink;
import io.pinhole.protocol.widget.Widget;
import io.pinhole.protocol.widget.WidgetState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the widgets of photos as JSON, the same for all who know the same. */
final class WidgetFile {

    private WidgetFile() {}

    static void write(Path file, List<DrawingSnapshot> photos) throws IOException {
        Files.writeString(
                file,
                photos.stream()
                        .sorted(Comparator.comparing(photo -> photo.photo().toString()))
                        .map(WidgetFile::json)
                        .collect(Collectors.joining(",\n", "{\"photos\":[\n", "\n]}\n")));
    }

    /** The same for all who are shown the same widgets. */
    static String hash(WidgetState widgets) {
        return Sha256.of(json(widgets).getBytes(StandardCharsets.UTF_8)).hex();
    }

    private static String json(WidgetState widgets) {
        return widgets.inDrawingOrder().stream().map(WidgetFile::json).collect(Collectors.joining(",\n", "[\n", "]"));
    }

    private static String json(DrawingSnapshot photo) {
        String head = Json.object(Map.of("photo", photo.photo().toString()));
        return head.substring(0, head.length() - 1)
                + ",\"epoch\":" + photo.epoch() + ",\"revision\":" + photo.revision() + ",\"widgets\":"
                + json(photo.widgets()) + "}";
    }

    private static String json(Widget widget) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", widget.id().toString());
        json.put("kind", widget.kind().name().toLowerCase(Locale.ROOT));
        json.put("z", widget.z());
        json.put("author", widget.author().value());
        json.put("updatedBy", widget.updatedBy().value());
        json.put("createdMillis", widget.createdMillis());
        json.put("updatedMillis", widget.updatedMillis());
        json.put("revision", widget.revision());
        if (widget.lockedBy() != null) {
            json.put("lockedBy", widget.lockedBy().value());
        }
        json.put("x", widget.geometry().x());
        json.put("y", widget.geometry().y());
        json.put("width", widget.geometry().width());
        json.put("height", widget.geometry().height());
        json.put("rotation", widget.rotation());
        style(widget, json);
        return Json.object(json);
    }

    private static void style(Widget widget, Map<String, Object> json) {
        Set<Field> fields = widget.kind().fields();
        if (fields.contains(Field.STROKE)) {
            json.put("stroke", colour(widget.stroke()));
        }
        if (fields.contains(Field.FILL)) {
            json.put("fill", colour(widget.fill()));
        }
        if (fields.contains(Field.WIDTH)) {
            json.put("lineWidth", widget.width());
        }
        if (fields.contains(Field.OPACITY)) {
            json.put("opacity", widget.opacity());
        }
        if (fields.contains(Field.TEXT)) {
            json.put("text", widget.text());
            json.put("fontSize", widget.fontSize());
        }
        if (fields.contains(Field.NUMBER)) {
            json.put("number", widget.number());
        }
        if (fields.contains(Field.STAMP)) {
            json.put("stamp", widget.stamp().name().toLowerCase(Locale.ROOT));
        }
        if (fields.contains(Field.INK)) {
            json.put("ink", points(widget.ink()));
        }
    }

    private static String colour(int argb) {
        return String.format("%08x", argb);
    }

    private static String points(Ink ink) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < ink.count(); i++) {
            points.append(i == 0 ? "" : " ").append(ink.x(i)).append(',').append(ink.y(i));
        }
        return points.toString();
    }
}
