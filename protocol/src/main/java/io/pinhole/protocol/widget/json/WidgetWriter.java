package io.pinhole.protocol.widget.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.widget.Field;
import io.pinhole.protocol.widget.Geometry;
import io.pinhole.protocol.widget.Ink;
import io.pinhole.protocol.widget.Widget;
import java.io.IOException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;

/** One widget as an object: who, when, all its fields, and what an undo must know of them. */
final class WidgetWriter {

    private final Widget widget;
    private final JsonGenerator json;

    private WidgetWriter(Widget widget, JsonGenerator json) {
        this.widget = widget;
        this.json = json;
    }

    static void write(Widget widget, JsonGenerator json) throws IOException {
        new WidgetWriter(widget, json).write();
    }

    private void write() throws IOException {
        json.writeStartObject();
        json.writeStringField("id", widget.id().toString());
        json.writeStringField("kind", Words.of(widget.kind()));
        json.writeStringField("z", widget.z());
        writeTrail();
        for (Field field : widget.kind().fields()) {
            json.writeFieldName(Words.of(field));
            writeValue(field);
        }
        writeDefaults();
        writeOlder();
        json.writeEndObject();
    }

    private void writeTrail() throws IOException {
        json.writeStringField("author", widget.author().value());
        json.writeStringField("updatedBy", widget.updatedBy().value());
        json.writeStringField("created", Times.of(widget.createdMillis()));
        json.writeStringField("updated", Times.of(widget.updatedMillis()));
        json.writeNumberField("revision", widget.revision());
        PersonId lockedBy = widget.lockedBy();
        if (lockedBy != null) {
            json.writeStringField("lockedBy", lockedBy.value());
        }
    }

    private void writeValue(Field field) throws IOException {
        switch (field) {
            case GEOMETRY -> write(widget.geometry());
            case ROTATION -> json.writeNumber(widget.rotation());
            case STROKE -> json.writeString(HexFormat.of().toHexDigits(widget.stroke()));
            case FILL -> json.writeString(HexFormat.of().toHexDigits(widget.fill()));
            case WIDTH -> json.writeNumber(widget.width());
            case OPACITY -> json.writeNumber(widget.opacity());
            case TEXT -> json.writeString(widget.text());
            case FONT_SIZE -> json.writeNumber(widget.fontSize());
            case NUMBER -> json.writeNumber(widget.number());
            case STAMP -> json.writeString(Words.of(widget.stamp()));
            case INK -> write(widget.ink());
            case Z, LOCK, DELETED -> throw new IllegalArgumentException(field + " is no value of a kind");
        }
    }

    private void write(Geometry geometry) throws IOException {
        json.writeStartObject();
        json.writeNumberField("x", geometry.x());
        json.writeNumberField("y", geometry.y());
        json.writeNumberField("width", geometry.width());
        json.writeNumberField("height", geometry.height());
        json.writeEndObject();
    }

    private void write(Ink ink) throws IOException {
        json.writeStartObject();
        json.writeNumberField("shift", ink.shift());
        json.writeArrayFieldStart("points");
        for (int point = 0; point < ink.count(); point++) {
            json.writeNumber(ink.x(point));
            json.writeNumber(ink.y(point));
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** A field that nobody wrote differs from one that somebody wrote the same into. */
    private void writeDefaults() throws IOException {
        Set<Field> unwritten = EnumSet.copyOf(widget.kind().fields());
        unwritten.removeAll(widget.fields().names());
        if (!unwritten.isEmpty()) {
            json.writeArrayFieldStart("defaults");
            for (Field field : unwritten) {
                json.writeString(Words.of(field));
            }
            json.writeEndArray();
        }
    }

    private void writeOlder() throws IOException {
        Set<Field> older = EnumSet.of(Field.Z, Field.LOCK, Field.DELETED);
        older.addAll(widget.fields().names());
        older.removeIf(field -> widget.fieldRevision(field) == widget.revision());
        if (!older.isEmpty()) {
            json.writeObjectFieldStart("older");
            for (Field field : older) {
                json.writeNumberField(Words.of(field), widget.fieldRevision(field));
            }
            json.writeEndObject();
        }
    }
}
