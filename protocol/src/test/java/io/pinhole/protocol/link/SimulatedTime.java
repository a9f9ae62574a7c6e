package io.pinhole.protocol.link;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/** Virtual time: everything that is to happen, in its order. What is due at one moment happens as it was asked for. */
final class SimulatedTime {

    static final long MILLIS = 1_000_000;
    static final long SECONDS = 1000 * MILLIS;

    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::order));
    private long now;
    private long asked;

    private record Event(long at, long order, Runnable action) {}

    /** In nanoseconds since the beginning. */
    long now() {
        return now;
    }

    /** What should have happened already happens now. */
    void at(long nanos, Runnable action) {
        events.add(new Event(Math.max(now, nanos), asked++, action));
    }

    void after(long nanos, Runnable action) {
        at(now + nanos, action);
    }

    void runUntil(long end) {
        runUntil(end, () -> false);
    }

    /** Lets time pass until then, or until nothing is left to wait for. */
    void runUntil(long end, BooleanSupplier done) {
        while (!done.getAsBoolean()) {
            if (events.isEmpty() || events.peek().at > end) {
                now = Math.max(now, end);
                return;
            }
            Event event = events.poll();
            now = event.at;
            event.action.run();
        }
    }
}
