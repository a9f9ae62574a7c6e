package io.pinhole.relay.annotation.model;

import java.util.EnumMap;
import java.util.Map;

/** How often what was to happen in histories did. */
final class Census {

    private final Map<Event, Integer> counts = new EnumMap<>(Event.class);

    enum Event {
        STORED,
        REFUSED,
        /** A step was taken back, or done again. */
        TAKEN_BACK,
        /** It was not, as somebody else's work would have been lost. */
        LEFT,
        /** Revisions that a slow line did not carry, since later ones superseded them. */
        MERGED,
        /** Deltas gave way to a snapshot because too much waited. */
        OVERFLOWN,
        SNAPSHOT,
        /** Somebody came back with less than there is, but something. */
        SUFFIX,
        CUT,
        /** A batch came that had come before. */
        REPEATED,
        /** The store did not take operations. */
        UNAVAILABLE,
        /** What somebody wanted to follow could not be read. */
        UNREADABLE,
        RESTARTED,
        /** Answered operations were lost with the end of a log. */
        LOST,
        /** Operations got another writer's numbers. */
        RENUMBERED,
        /** Places of widgets were given anew by the relay. */
        REBALANCED,
        STROKE
    }

    void count(Event event) {
        count(event, 1);
    }

    void count(Event event, int times) {
        if (times > 0) {
            counts.merge(event, times, Integer::sum);
        }
    }

    int of(Event event) {
        return counts.getOrDefault(event, 0);
    }

    @Override
    public String toString() {
        return counts.toString();
    }
}
