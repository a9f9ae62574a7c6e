package io.pinhole.protocol.widget;

import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.proto.WidgetFields;

/** Field values from messages and to messages. */
final class FieldsCodec {

    private FieldsCodec() {}

    static Fields read(WidgetFields message) throws RefusedException {
        WidgetFields m = OperationReader.known(message);
        Fields.Builder fields = Fields.builder();
        if (m.hasGeometry()) {
            fields.geometry(read(OperationReader.known(m.getGeometry())));
        }
        if (m.hasInk()) {
            fields.ink(Ink.of(OperationReader.known(m.getInk())));
        }
        if (m.hasStamp()) {
            fields.stamp(Stamp.of(m.getStamp()));
        }
        if (m.hasText()) {
            fields.text(m.getText());
        }
        readNumbers(m, fields);
        return fields.build();
    }

    private static void readNumbers(WidgetFields m, Fields.Builder fields) {
        if (m.hasRotation()) {
            fields.rotation(m.getRotation());
        }
        if (m.hasStroke()) {
            fields.stroke(m.getStroke());
        }
        if (m.hasFill()) {
            fields.fill(m.getFill());
        }
        if (m.hasWidth()) {
            fields.width(m.getWidth());
        }
        if (m.hasOpacity()) {
            fields.opacity(m.getOpacity());
        }
        if (m.hasFontSize()) {
            fields.fontSize(m.getFontSize());
        }
        if (m.hasNumber()) {
            fields.number(m.getNumber());
        }
    }

    static WidgetFields write(Fields fields) {
        WidgetFields.Builder message = WidgetFields.newBuilder();
        fields.forEach((field, value) -> write(field, value, message));
        return message.build();
    }

    private static void write(Field field, Object value, WidgetFields.Builder to) {
        switch (field) {
            case GEOMETRY -> to.setGeometry(write((Geometry) value));
            case INK -> to.setInk(((Ink) value).toMessage());
            case ROTATION -> to.setRotation((Integer) value);
            case STROKE -> to.setStroke((Integer) value);
            case FILL -> to.setFill((Integer) value);
            case WIDTH -> to.setWidth((Integer) value);
            case OPACITY -> to.setOpacity((Integer) value);
            case TEXT -> to.setText((String) value);
            case FONT_SIZE -> to.setFontSize((Integer) value);
            case NUMBER -> to.setNumber((Integer) value);
            case STAMP -> to.setStamp(((Stamp) value).value());
            case Z, LOCK, DELETED -> throw new IllegalArgumentException(field + " is not a value");
        }
    }

    private static Geometry read(io.pinhole.protocol.proto.Geometry m) {
        return new Geometry(m.getX(), m.getY(), m.getWidth(), m.getHeight());
    }

    private static io.pinhole.protocol.proto.Geometry write(Geometry geometry) {
        return io.pinhole.protocol.proto.Geometry.newBuilder()
                .setX(geometry.x())
                .setY(geometry.y())
                .setWidth(geometry.width())
                .setHeight(geometry.height())
                .build();
    }
}
