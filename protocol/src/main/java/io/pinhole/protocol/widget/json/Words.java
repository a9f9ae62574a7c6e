package io.pinhole.protocol.widget.json;

import io.pinhole.protocol.widget.Field;
import java.util.Locale;

/** What fields and values are called in JSON. */
final class Words {

    private Words() {}

    static String of(Field field) {
        return switch (field) {
            case FONT_SIZE -> "fontSize";
            case LOCK -> "lockedBy";
            default -> field.name().toLowerCase(Locale.ROOT);
        };
    }

    /** @throws IllegalArgumentException if there is no such field */
    static Field field(String word) {
        for (Field field : Field.values()) {
            if (of(field).equals(word)) {
                return field;
            }
        }
        throw new IllegalArgumentException("there is no field " + word);
    }

    static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if none of the values is called so */
    static <E extends Enum<E>> E parse(String word, E[] values) {
        for (E value : values) {
            if (of(value).equals(word)) {
                return value;
            }
        }
        throw new IllegalArgumentException("there is no " + word);
    }
}
