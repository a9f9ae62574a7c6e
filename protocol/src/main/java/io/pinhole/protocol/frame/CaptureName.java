package io.pinhole.protocol.frame;

import java.util.Locale;

/**
 * What a saved photo is called. It does as the name of a file anywhere.
 *
 * @param value in NFC, without blanks or dots at its ends
 */
public record CaptureName(String value) {

    private static final String FORBIDDEN = "/\\:*?\"<>|";

    /**
     * @throws RefusedException BAD_TEXT if it is too long or has control or direction-changing characters, CAPTURE_NAME
     *     if it would not do as the name of a file
     */
    public static CaptureName of(String text) throws RefusedException {
        String name = Texts.displayName(text, "the name");
        if (name.isEmpty()) {
            throw new RefusedException(Code.CAPTURE_NAME, "a name is needed");
        }
        int bad =
                name.chars().filter(c -> FORBIDDEN.indexOf(c) >= 0).findFirst().orElse(-1);
        if (bad >= 0) {
            throw new RefusedException(
                    Code.CAPTURE_NAME, "the name has " + (char) bad + ", none of " + FORBIDDEN + " may be in it");
        }
        if (name.startsWith(".") || name.endsWith(".")) {
            throw new RefusedException(Code.CAPTURE_NAME, "the name begins or ends with a dot");
        }
        return new CaptureName(name);
    }

    /** The same for names that differ in nothing but case. */
    public String key() {
        return value.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return value;
    }
}
