package io.pinhole.client;

import io.pinhole.protocol.frame.Offer;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.frame.RenditionInfo;
import java.util.Comparator;
import java.util.List;

/**
 * A photo, ready to be shared.
 *
 * @param title empty: the relay says "Photo N"
 * @param renditions a working copy, and perhaps a preview and an original; kept in that order
 */
public record PreparedPhoto(PhotoId id, String title, List<PreparedRendition> renditions) {

    /** @throws IllegalArgumentException if there is no working copy, or one rendition twice */
    public PreparedPhoto {
        renditions = renditions.stream()
                .sorted(Comparator.comparing(PreparedRendition::rendition))
                .toList();
        List<Rendition> kinds =
                renditions.stream().map(PreparedRendition::rendition).toList();
        if (!kinds.contains(Rendition.WORKING) || kinds.stream().distinct().count() != kinds.size()) {
            throw new IllegalArgumentException("a photo has one working copy, not " + kinds);
        }
    }

    /** A new photo, with an id of its own. */
    public static PreparedPhoto of(String title, PreparedRendition... renditions) {
        return new PreparedPhoto(PhotoId.random(), title, List.of(renditions));
    }

    Offer offer(int request) {
        List<RenditionInfo> infos =
                renditions.stream().map(PreparedRendition::info).toList();
        return new Offer(request, id, title, infos);
    }
}
