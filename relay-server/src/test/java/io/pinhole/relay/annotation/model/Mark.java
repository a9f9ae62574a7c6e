package io.pinhole.relay.annotation.model;

import io.pinhole.protocol.widget.Field;
import io.pinhole.protocol.widget.Ink;
import io.pinhole.protocol.widget.Widget;
import java.util.OptionalInt;

/** Who thought of a value: every value that people of a history write carries their number, wherever it is copied to. */
final class Mark {

    /** How many people can be told from each other. */
    static final int PEOPLE = 4;

    private static final int UNMARKED_PLACE = 3;
    private static final char FIRST_DIGIT = 'a';

    private Mark() {}

    static int number(int value, int person) {
        return value - Math.floorMod(value, PEOPLE) + person;
    }

    /** Longer than what the relay gives when it renumbers. */
    static String place(String digits, int person) {
        return digits + "0".repeat(Math.max(0, UNMARKED_PLACE - digits.length())) + (char) (FIRST_DIGIT + person);
    }

    static String text(String text, int person) {
        return person + text;
    }

    /** Empty if the field was never written, holds its default, or nothing that a person chooses. */
    static OptionalInt of(Widget widget, Field field) {
        if (field == Field.Z) {
            String z = widget.z();
            return z.length() <= UNMARKED_PLACE ? OptionalInt.empty() : number(z.charAt(z.length() - 1) - FIRST_DIGIT);
        }
        return widget.fields().has(field) ? value(widget, field) : OptionalInt.empty();
    }

    private static OptionalInt value(Widget widget, Field field) {
        return switch (field) {
            case GEOMETRY -> unlessDefault(widget.geometry().x(), 0);
            case ROTATION -> unlessDefault(widget.rotation(), 0);
            case STROKE -> unlessDefault(widget.stroke(), 0xffe53935);
            case FILL -> unlessDefault(widget.fill(), 0);
            case WIDTH -> unlessDefault(widget.width(), 200);
            case OPACITY -> unlessDefault(widget.opacity(), 255);
            case FONT_SIZE -> unlessDefault(widget.fontSize(), 1600);
            case TEXT ->
                widget.text().isEmpty()
                        ? OptionalInt.empty()
                        : number(widget.text().charAt(0) - '0');
            case INK -> lastPoint(widget.ink());
            default -> OptionalInt.empty();
        };
    }

    private static OptionalInt lastPoint(Ink ink) {
        return number(ink.x(ink.count() - 1) >> ink.shift());
    }

    private static OptionalInt unlessDefault(int value, int byDefault) {
        return value == byDefault ? OptionalInt.empty() : number(value);
    }

    private static OptionalInt number(int value) {
        return OptionalInt.of(Math.floorMod(value, PEOPLE));
    }
}
