package io.pinhole.client;

import io.pinhole.protocol.frame.Mode;
import io.pinhole.protocol.frame.Participant;
import io.pinhole.protocol.frame.PhotoEntry;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Right;
import io.pinhole.protocol.frame.View;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a client knows of its call at one moment; immutable.
 *
 * @param self empty until the first join
 * @param participants the others, by handle
 * @param views of those who look at a photo, by participant handle
 * @param photos in the order in which they came
 */
public record CallSnapshot(
        boolean connected,
        Optional<Participant> self,
        Set<Right> rights,
        Mode mode,
        Map<Integer, Participant> participants,
        Map<Integer, View> views,
        Map<PhotoId, PhotoEntry> photos) {}
