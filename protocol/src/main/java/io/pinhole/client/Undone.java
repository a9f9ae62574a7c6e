package io.pinhole.client;

import io.pinhole.protocol.widget.Operation;
import java.util.Optional;

/**
 * What taking a step back, or forward again, came to.
 *
 * @param operation that does it, unless there is nothing that may be done
 * @param left why something was left as it is, if it was: others have changed it since
 */
public record Undone(Optional<Operation> operation, Optional<String> left) {

    static Undone skipped(String why) {
        return new Undone(Optional.empty(), Optional.of(why));
    }
}
