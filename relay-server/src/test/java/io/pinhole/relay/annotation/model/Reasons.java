package io.pinhole.relay.annotation.model;

import io.pinhole.protocol.frame.PhotoId;
import java.util.HashMap;
import java.util.Map;

/**
 * Why a client asks, on one connection, from where to go on with a photo. On a line that keeps its order it does so once,
 * and again only when the relay has given it a reason.
 */
final class Reasons {

    private final Map<PhotoId, Integer> reasons = new HashMap<>();

    /** It has to ask for this photo again. */
    void give(PhotoId photo) {
        reasons.put(photo, reasons.getOrDefault(photo, 1) + 1);
    }

    /** @throws AssertionError if it has none */
    void take(PhotoId photo) {
        int left = reasons.getOrDefault(photo, 1);
        if (left == 0) {
            throw new AssertionError("could not go on with " + photo + ", and asks again");
        }
        reasons.put(photo, left - 1);
    }
}
