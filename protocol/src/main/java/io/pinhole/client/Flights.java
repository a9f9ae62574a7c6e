package io.pinhole.client;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The batches of operations that went to the relay and of which it has not said everything. On the client's loop. */
final class Flights {

    private final List<Flight> unanswered = new ArrayList<>();

    private record Flight(long first, Set<Long> missing) {}

    void sent(long first, int count) {
        Set<Long> missing = new HashSet<>();
        for (long seq = first; seq < first + count; seq++) {
            missing.add(seq);
        }
        unanswered.add(new Flight(first, missing));
    }

    void answered(long seq) {
        unanswered.forEach(flight -> flight.missing.remove(seq));
        unanswered.removeIf(flight -> flight.missing.isEmpty());
    }

    /** One answer for the whole batch that begins there. */
    void refusedFrom(long first) {
        unanswered.removeIf(flight -> flight.first == first);
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
