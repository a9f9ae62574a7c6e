package io.pinhole.protocol.widget;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which revisions of a photo are one person's own. Taking back is an operation as well: afterwards a field holds one's
 * own revision and the value of an older one, perhaps another person's, so that is what the revision stands for.
 *
 * <p>Owned by whoever plans the undoing.
 */
public final class OwnWork {

    private record Written(Slot slot, long revision) {}

    private final Set<Long> own = new HashSet<>();
    private final Map<Written, Long> standsFor = new HashMap<>();

    /** An operation of one's own was committed. */
    public void did(long revision) {
        own.add(revision);
    }

    /** What {@link Inverse#in} gave was committed. */
    public void tookBack(Inverse inverse, long revision) {
        own.add(revision);
        inverse.held().forEach((slot, held) -> standsFor.put(new Written(slot, revision), held));
    }

    /** Whether the field holds what this revision of one's own wrote, be it that later ones were taken back. */
    boolean holds(WidgetState now, Slot slot, long revision) {
        for (Long at = held(now, slot); at != null; at = before(slot, at)) {
            if (at == revision) {
                return true;
            }
        }
        return false;
    }

    /** Whether what the field holds is one's own, or was there at that revision. */
    boolean holdsOwnSince(WidgetState now, Slot slot, long revision) {
        long origin = held(now, slot);
        for (Long at = origin; at != null; at = before(slot, at)) {
            origin = at;
        }
        return origin <= revision || own.contains(origin);
    }

    private @Nullable Long before(Slot slot, long revision) {
        return standsFor.get(new Written(slot, revision));
    }

    private static long held(WidgetState now, Slot slot) {
        return now.fieldRevision(slot.widget(), slot.field());
    }
}
