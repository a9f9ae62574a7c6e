package io.pinhole.loadtest.poor;

import java.util.Locale;

/** What is put on the line. */
enum Load {
    /** Voice, notes and then photos. */
    PHOTO,
    /** The same without a photo. */
    QUIET,
    /** Nothing but voice. */
    VOICE;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
