package io.pinhole.client;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The batches of operations that went to the relay and of which it has not said everything. On the client's loop. */
final class Flights {

    private final List<Flight> unanswered = new ArrayList<>();

    /** @param next after the last */
    private record Flight(long first, long next, Set<Long> missing) {

        boolean has(long seq) {
            return first <= seq && seq < next;
        }
    }

    void sent(long first, int count) {
        Set<Long> missing = new HashSet<>();
        for (long seq = first; seq < first + count; seq++) {
            missing.add(seq);
        }
        unanswered.add(new Flight(first, first + count, missing));
    }

    void answered(long seq) {
        unanswered.forEach(flight -> flight.missing.remove(seq));
        unanswered.removeIf(flight -> flight.missing.isEmpty());
    }

    /** One answer for this operation and all that follow it in its batch. */
    void refusedFrom(long seq) {
        unanswered.stream()
                .filter(flight -> flight.has(seq))
                .forEach(flight -> flight.missing.removeIf(other -> other >= seq));
        unanswered.removeIf(flight -> flight.missing.isEmpty());
    }

    int count() {
        return unanswered.size();
    }

    boolean isEmpty() {
        return unanswered.isEmpty();
    }

    long operations() {
        return unanswered.stream().mapToLong(flight -> flight.missing.size()).sum();
    }

    void clear() {
        unanswered.clear();
    }
}
