package io.pinhole.loadtest.join;

import io.pinhole.protocol.widget.Fields;
import io.pinhole.protocol.widget.Geometry;
import java.util.List;

/** Fields of a widget as words: {@code stroke=ff0000ff width=300 at=100,200,300,400}. */
final class FieldWords {

    private FieldWords() {}

    static Fields parse(List<String> words) {
        Fields.Builder fields = Fields.builder();
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("'" + word + "' is not FIELD=VALUE");
            }
            try {
                put(fields, word.substring(0, equals), word.substring(equals + 1));
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
                throw new IllegalArgumentException("'" + word + "' has no such value", e);
            }
        }
        return fields.build();
    }

    private static void put(Fields.Builder fields, String name, String value) {
        switch (name) {
            case "at" -> fields.geometry(geometry(value.split(",")));
            case "rotation" -> fields.rotation(Integer.parseInt(value));
            case "stroke" -> fields.stroke(Integer.parseUnsignedInt(value, 16));
            case "fill" -> fields.fill(Integer.parseUnsignedInt(value, 16));
            case "width" -> fields.width(Integer.parseInt(value));
            case "opacity" -> fields.opacity(Integer.parseInt(value));
            case "text" -> fields.text(value.replace('_', ' '));
            case "font" -> fields.fontSize(Integer.parseInt(value));
            case "number" -> fields.number(Integer.parseInt(value));
            default ->
                throw new IllegalArgumentException(
                        "'" + name + "' is no field (at, rotation, stroke, fill, width, opacity, text, font, number)");
        }
    }

    private static Geometry geometry(String[] numbers) {
        return new Geometry(
                Integer.parseInt(numbers[0]),
                Integer.parseInt(numbers[1]),
                Integer.parseInt(numbers[2]),
                Integer.parseInt(numbers[3]));
    }
}
