package io.pinhole.relay.annotation.model;

import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.widget.Limits;
import io.pinhole.relay.annotation.AnnotationLimits;
import io.pinhole.relay.annotation.AnnotationMeter;
import io.pinhole.relay.annotation.AnnotationShelf;
import io.pinhole.relay.annotation.Annotations;
import io.pinhole.relay.annotation.MemoryOperationStore;
import io.pinhole.relay.annotation.PhotoRef;
import io.pinhole.relay.annotation.StateCache;
import io.pinhole.relay.store.OperationStore;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/** The annotation of one call, with a thread and a store that turn by hand. */
final class RelayHalf {

    static final CallId CALL = new CallId("c");

    /** So few points that some operations are refused, and text for a flood. */
    private static final AnnotationLimits LIMITS = new AnnotationLimits(new Limits(30, 60, 30_000), 1, 1);

    private final MemoryOperationStore store = new MemoryOperationStore();
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final List<PhotoId> photos;
    private final ModelClock clock;
    private final Census census;
    private final Attendance attendance;
    private final AnnotationShelf shelf;
    private Annotations annotations;
    private long epoch = 1;
    private long decisions;

    RelayHalf(List<PhotoId> photos, ModelClock clock, Plant plant, Census census) {
        this.photos = photos;
        this.clock = clock;
        this.census = census;
        this.attendance = new Attendance(this, plant);
        OperationStore asSeen = plant == Plant.RESULTS_BEFORE_COMMIT ? new HastyStore(store) : store;
        this.shelf = new AnnotationShelf(
                asSeen, new StateCache(asSeen, 1 << 20, AnnotationMeter.NONE), LIMITS, this::now, AnnotationMeter.NONE);
        this.annotations = begin();
    }

    private Annotations begin() {
        store.automatic();
        Annotations begun = new Annotations(
                CALL, shelf, attendance, tasks::add, store.heads(CALL).join());
        store.manual();
        return begun;
    }

    /** No two operations are decided at the same time. */
    private Instant now() {
        return Instant.ofEpochMilli(1_000 * clock.millis() + ++decisions);
    }

    MemoryOperationStore store() {
        return store;
    }

    Census census() {
        return census;
    }

    Attendance attendance() {
        return attendance;
    }

    Annotations annotations() {
        return annotations;
    }

    ModelClock clock() {
        return clock;
    }

    long epoch() {
        return epoch;
    }

    List<PhotoId> photos() {
        return photos;
    }

    PhotoRef photo(int handle) {
        return new PhotoRef(photos.get(handle - 1), handle, epoch);
    }

    PhotoRef photo(PhotoId id) {
        return photo(photos.indexOf(id) + 1);
    }

    void evict() {
        shelf.states().clear();
    }

    /** On the call's thread, when that has time. */
    void later(Runnable task) {
        tasks.add(task);
    }

    /** The call's thread does one thing. */
    boolean turn() {
        Runnable task = tasks.poll();
        if (task != null) {
            task.run();
        }
        return task != null;
    }

    void turnAll() {
        while (turn()) {}
    }

    /**
     * It dies, and begins again with what is durable; nobody is there.
     *
     * @param isClean else the logs begin another epoch
     */
    void restart(boolean isClean) {
        tasks.clear();
        attendance.clear();
        evict();
        epoch += isClean ? 0 : 1;
        annotations = begin();
    }
}
