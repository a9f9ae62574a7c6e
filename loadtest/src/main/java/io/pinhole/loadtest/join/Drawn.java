package io.pinhole.loadtest.join;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a participant draws besides its script, and where to write what was drawn.
 *
 * @param widgets of all photos that were followed, as JSON, at the end
 */
record Drawn(Optional<Notes> notes, Optional<Path> widgets) {

    /**
     * A small change every so often.
     *
     * @param characters of the text that is written; empty: the change has no text
     */
    record Notes(int everyMillis, OptionalInt characters) {}
}
