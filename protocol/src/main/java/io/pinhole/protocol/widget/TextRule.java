package io.pinhole.protocol.widget;

import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.RefusedException;

/**
 * What may be written in a widget: anything but what controls a terminal or turns other text around. Characters are
 * listed one by one, so that every version of Java comes to the same.
 */
final class TextRule {

    static final int MAX_CHARS = 2_000;

    private TextRule() {}

    static void check(String text) throws RefusedException {
        if (text.codePointCount(0, text.length()) > MAX_CHARS) {
            throw new RefusedException(Code.BAD_TEXT, "the text is longer than " + MAX_CHARS + " characters");
        }
        int bad = text.codePoints().filter(TextRule::isForbidden).findFirst().orElse(-1);
        if (bad >= 0) {
            throw new RefusedException(
                    Code.BAD_TEXT, "the text has the forbidden character " + String.format("U+%04X", bad));
        }
    }

    private static boolean isForbidden(int c) {
        return (c < 0x20 && c != '\n')
                || (c >= 0x7F && c < 0xA0)
                || (c >= 0x2028 && c <= 0x202E) // separators of lines and paragraphs, embeddings and overrides
                || (c >= 0x2066 && c <= 0x2069) // isolates
                || (c >= 0xD800 && c < 0xE000); // half of a pair
    }
}
