package io.pinhole.relay.store;

import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.PhotoId;
import java.util.Map;

/**
 * Where everything of a call's annotation stands.
 *
 * @param revisions of the photos whose log is not empty
 */
public record StoredHeads(Map<Long, Writer> writers, Map<PhotoId, Long> revisions) {

    /** Whose number it is, and the last seq that was decided. */
    public record Writer(PersonId person, long lastSeq) {}

    public StoredHeads {
        writers = Map.copyOf(writers);
        revisions = Map.copyOf(revisions);
    }
}
