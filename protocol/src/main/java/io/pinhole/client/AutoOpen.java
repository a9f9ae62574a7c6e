package io.pinhole.client;

import io.pinhole.protocol.frame.Arrived;
import io.pinhole.protocol.frame.PhotoEntry;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Rendition;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which renditions of others' photos to open unasked, once for each photo. On the client's loop. */
final class AutoOpen {

    private final Set<Rendition> wanted;
    private final Set<PhotoId> decided = new HashSet<>();
    private long joinedAtMillis;

    AutoOpen(Set<Rendition> wanted) {
        this.wanted = wanted;
    }

    /** @param serverTimeMillis as the relay's Welcome says */
    void joined(long serverTimeMillis) {
        joinedAtMillis = serverTimeMillis;
    }

    List<Rendition> of(PhotoEntry entry) {
        if (entry.state().isOver() || !decided.add(entry.photo())) {
            return List.of();
        }
        boolean previewComesUnasked = entry.createdMillis() >= joinedAtMillis;
        return entry.renditions().stream()
                .map(Arrived::rendition)
                .filter(wanted::contains)
                .filter(rendition -> rendition != Rendition.PREVIEW || !previewComesUnasked)
                .toList();
    }
}
