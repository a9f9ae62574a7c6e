package io.pinhole.loadtest.join;

import java.util.Map;

/** Writes flat JSON objects: strings, numbers, booleans. */
final class Json {

    private static final int FIRST_PRINTABLE = 0x20;

    private Json() {}

    /** One object in one line, keys in the map's order. */
    static String object(Map<String, ?> fields) {
        StringBuilder out = new StringBuilder(128).append('{');
        fields.forEach((key, value) -> {
            if (out.length() > 1) {
                out.append(',');
            }
            string(key, out);
            out.append(':');
            value(value, out);
        });
        return out.append('}').toString();
    }

    private static void value(Object value, StringBuilder out) {
        if (value instanceof Number || value instanceof Boolean) {
            out.append(value);
        } else {
            string(value.toString(), out);
        }
    }

    private static void string(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            character(text, i, out);
        }
        out.append('"');
    }

    private static void character(String text, int i, StringBuilder out) {
        char c = text.charAt(i);
        switch (c) {
            case '"', '\\' -> out.append('\\').append(c);
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (c < FIRST_PRINTABLE || c == '\u2028' || c == '\u2029' || isAlone(text, i)) {
                    out.append(String.format("\\u%04x", (int) c));
                } else {
                    out.append(c);
                }
            }
        }
    }

    /** Half of a character, which UTF-8 cannot say. */
    private static boolean isAlone(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }
}
