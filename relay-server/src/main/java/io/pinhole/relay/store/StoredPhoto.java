package io.pinhole.relay.store;

import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.PhotoState;
import java.time.Instant;
import java.util.List;

/**
 * A photo as the store keeps it, without its bytes.
 *
 * @param number 1, 2, 3 ... in the order of offers in its call
 * @param epoch of its operation log
 */
public record StoredPhoto(
        PhotoId id,
        int number,
        PersonId author,
        String title,
        Instant created,
        Instant updated,
        boolean published,
        PhotoState state,
        long epoch,
        List<StoredRendition> renditions) {

    public StoredPhoto {
        renditions = List.copyOf(renditions);
    }
}
