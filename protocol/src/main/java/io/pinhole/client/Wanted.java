package io.pinhole.client;

import io.pinhole.protocol.frame.Interest;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.frame.Want;
import io.pinhole.protocol.jpeg.Stage;
import io.pinhole.protocol.link.Usefulness;
import io.pinhole.protocol.link.Worth;
import java.util.HashMap;
import java.util.Map;

/** What the others want of one's own photos, as the relay said last, and the order that follows. On the client's loop. */
final class Wanted {

    private final Map<Key, Place> places = new HashMap<>();

    private record Key(PhotoId photo, Rendition rendition) {}

    private record Place(int index, boolean viewed) {}

    void on(Interest interest) {
        places.clear();
        for (Want want : interest.wants()) {
            places.put(new Key(want.photo(), want.rendition()), new Place(places.size(), want.viewers() > 0));
        }
    }

    /** There is a new connection, or none: what was said on the last does not hold. */
    void forget() {
        places.clear();
    }

    /**
     * Previews go newest first; all else in the order in which it is wanted, and what nobody wants in that of sharing.
     *
     * @param number of the photo, counted as they were shared
     */
    Usefulness usefulness(PhotoId photo, int number, Rendition rendition, Stage stage) {
        Place place = places.get(new Key(photo, rendition));
        Worth worth = Worth.of(rendition, stage, place != null && place.viewed);
        if (worth == Worth.PREVIEW) {
            return new Usefulness(worth, -number);
        }
        return new Usefulness(worth, place == null ? number : Integer.MIN_VALUE + place.index);
    }
}
