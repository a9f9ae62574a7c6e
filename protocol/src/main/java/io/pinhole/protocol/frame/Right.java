package io.pinhole.protocol.frame;

/** What a person may do. The numbers are part of the wire. */
public enum Right {
    TALK(1, "talk"),
    SWITCH_MODE(2, "switch-mode"),
    SHARE(3, "share"),
    ANNOTATE(4, "annotate"),
    MODERATE(5, "moderate"),
    VIEW(6, "view"),
    ORIGINAL(7, "original"),
    SAVE(8, "save"),
    END(9, "end");

    private final int number;
    private final String word;

    Right(int number, String word) {
        this.number = number;
        this.word = word;
    }

    public int number() {
        return number;
    }

    /** The word of tokens and command lines. */
    public String word() {
        return word;
    }

    /** @throws IllegalArgumentException if there is no such right */
    public static Right of(String word) {
        for (Right right : values()) {
            if (right.word.equals(word)) {
                return right;
            }
        }
        throw new IllegalArgumentException("no such right: " + word
                + " (talk, switch-mode, share, annotate, moderate, view, original, save, end)");
    }
}
