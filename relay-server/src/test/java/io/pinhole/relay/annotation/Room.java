package io.pinhole.relay.annotation;

import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.ServerFrame;
import io.pinhole.protocol.widget.Limits;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/** A call's annotation without a call: an owner's thread that turns when a test says so, and people. */
final class Room implements Surroundings {

    static final PhotoId FIRST = new PhotoId(7, 1);
    static final PhotoId SECOND = new PhotoId(7, 2);

    private static final CallId CALL = new CallId("c");

    final MemoryOperationStore store = new MemoryOperationStore();
    final CountingMeter meter = new CountingMeter();
    final StateCache states = new StateCache(store, 1 << 20, meter);
    final List<Long> edits = new ArrayList<>();
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final Map<PersonId, Replica> people = new HashMap<>();
    private Annotations annotations;
    private long epoch = 1;
    private long millis;

    Room() {
        annotations = begin();
    }

    private Annotations begin() {
        AnnotationLimits limits = new AnnotationLimits(new Limits(50, 1_000, 10_000), 1, 1);
        InstantSource clock = () -> Instant.ofEpochMilli(++millis);
        return new Annotations(
                CALL,
                new AnnotationShelf(store, states, limits, clock, meter),
                this,
                tasks::add,
                store.heads(CALL).join());
    }

    Annotations annotations() {
        return annotations;
    }

    PhotoRef photo(PhotoId id) {
        return new PhotoRef(id, (int) id.low(), epoch);
    }

    long epoch() {
        return epoch;
    }

    /** A person with a new connection. */
    Replica enter(String person) {
        Replica replica = new Replica(this, new PersonId(person));
        people.put(replica.person(), replica);
        return replica;
    }

    void leave(Replica replica) {
        annotations.left(replica);
        people.remove(replica.person(), replica);
    }

    /** The relay dies and starts again with what was durable; nobody is there. */
    void restart(boolean isUnclean) {
        tasks.clear();
        people.clear();
        states.clear();
        epoch += isUnclean ? 1 : 0;
        annotations = begin();
    }

    /** The owner's thread does all that waits. */
    void turn() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }

    /** Store and owner do all that waits. */
    void settle() {
        do {
            store.turnAll();
            turn();
        } while (store.turn());
    }

    /** The owner's thread does one thing. */
    boolean step() {
        Runnable task = tasks.poll();
        if (task != null) {
            task.run();
        }
        return task != null;
    }

    @Override
    public void tell(PersonId person, ServerFrame frame) {
        Optional.ofNullable(people.get(person)).ifPresent(replica -> replica.tell(frame));
    }

    @Override
    public int participant(PersonId person) {
        return people.containsKey(person) ? 1 : 0;
    }

    @Override
    public void edited(PhotoId photo, long revision, Instant time) {
        edits.add(revision);
    }
}
