package io.pinhole.protocol.frame;

import java.text.Normalizer;

/** What names, titles and ids may be: NFC, bounded, and nothing that hides or reorders what a reader sees. */
public final class Texts {

    public static final int MAX_NAME_CHARS = 128;
    public static final int MAX_ID_CHARS = 128;

    private Texts() {}

    /**
     * A display name or title in NFC.
     *
     * @param what names the field in the refusal
     * @throws RefusedException BAD_TEXT if it is too long or has control or direction-changing characters
     */
    public static String displayName(String text, String what) throws RefusedException {
        String nfc = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
        if (nfc.codePointCount(0, nfc.length()) > MAX_NAME_CHARS) {
            throw new RefusedException(Code.BAD_TEXT, what + " is longer than " + MAX_NAME_CHARS + " characters");
        }
        int bad = nfc.codePoints().filter(Texts::isHidden).findFirst().orElse(-1);
        if (bad >= 0) {
            throw new RefusedException(
                    Code.BAD_TEXT, what + " has the forbidden character " + String.format("U+%04X", bad));
        }
        return nfc;
    }

    static void requireId(String text, String what) {
        if (text.isEmpty() || text.length() > MAX_ID_CHARS) {
            throw new IllegalArgumentException(what + " must have 1 to " + MAX_ID_CHARS + " characters");
        }
        int bad = text.codePoints()
                .filter(c -> isHidden(c) || Character.isWhitespace(c))
                .findFirst()
                .orElse(-1);
        if (bad >= 0) {
            throw new IllegalArgumentException(what + " has the forbidden character " + String.format("U+%04X", bad));
        }
    }

    private static boolean isHidden(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> codePoint != 0x200D; // the joiner of emoji and Indic scripts
            default -> false;
        };
    }
}
