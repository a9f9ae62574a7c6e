package io.pinhole.protocol.widget.json;

import io.pinhole.protocol.json.BadJsonException;
import io.pinhole.protocol.json.JsonInput;
import io.pinhole.protocol.widget.Field;
import io.pinhole.protocol.widget.Fields;
import io.pinhole.protocol.widget.Geometry;
import io.pinhole.protocol.widget.Stamp;
import java.io.IOException;
import java.util.HexFormat;

/** Collects the values of a widget's fields. */
final class FieldReader {

    private static final int COLOUR_DIGITS = 8;

    private final JsonInput in;
    private final Fields.Builder fields = Fields.builder();

    FieldReader(JsonInput in) {
        this.in = in;
    }

    /** Reads the value of this field, which stands at the present place. */
    void read(Field field) throws IOException, BadJsonException {
        switch (field) {
            case GEOMETRY -> fields.geometry(geometry());
            case ROTATION -> fields.rotation(in.integer());
            case STROKE -> fields.stroke(in.text(FieldReader::colour));
            case FILL -> fields.fill(in.text(FieldReader::colour));
            case WIDTH -> fields.width(in.integer());
            case OPACITY -> fields.opacity(in.integer());
            case TEXT -> fields.text(in.text());
            case FONT_SIZE -> fields.fontSize(in.integer());
            case NUMBER -> fields.number(in.integer());
            case STAMP -> fields.stamp(in.text(word -> Words.parse(word, Stamp.values())));
            case INK -> fields.ink(new InkReader(in).read());
            case Z, LOCK, DELETED -> throw in.bad("it is not a value here");
        }
    }

    Fields build() {
        return fields.build();
    }

    private static int colour(String digits) {
        if (digits.length() != COLOUR_DIGITS) {
            throw new IllegalArgumentException("a colour has 8 hexadecimal digits, ARGB");
        }
        return HexFormat.fromHexDigits(digits);
    }

    private Geometry geometry() throws IOException, BadJsonException {
        int[] box = new int[4];
        in.object(key -> {
            switch (key) {
                case "x" -> box[0] = in.integer();
                case "y" -> box[1] = in.integer();
                case "width" -> box[2] = in.integer();
                case "height" -> box[3] = in.integer();
                default -> throw in.bad("a geometry has x, y, width and height");
            }
        });
        return new Geometry(box[0], box[1], box[2], box[3]);
    }
}
