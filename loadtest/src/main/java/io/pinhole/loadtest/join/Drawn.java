package io.pinhole.loadtest.join;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a participant draws besides its script, and where to write what was drawn.
 *
 * @param widgets of all photos that were followed, as JSON, at the end
 */
record Drawn(OptionalInt noteEveryMillis, Optional<Path> widgets) {}
