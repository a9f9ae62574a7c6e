package io.pinhole.protocol.link;

import io.pinhole.protocol.frame.Deltas;
import io.pinhole.protocol.frame.Frame;
import io.pinhole.protocol.frame.Pointer;
import io.pinhole.protocol.frame.Snapshot;
import io.pinhole.protocol.frame.Stroke;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Waiting annotation. Operations and their results are all kept, in order, and go first: a client learns what became of
 * its operation before it gets the operation. The rest waits in {@link DeltaBacklog}, where it may be merged, or give
 * way to a snapshot.
 */
final class DeltaQueue {

    /** A peer that leaves so much unread is not coming back on this connection. */
    static final int MAX_KEPT_BYTES = 256 * 1024;

    private final Queue<Frame> kept = new ArrayDeque<>();
    private final DeltaBacklog backlog;
    private int keptBytes;

    DeltaQueue(LinkMeter meter) {
        this.backlog = new DeltaBacklog(meter);
    }

    /** @return false if too much waits that cannot give way */
    boolean add(Frame frame) {
        if (frame instanceof Snapshot snapshot) {
            backlog.add(snapshot);
        } else if (frame instanceof Pointer pointer) {
            backlog.add(pointer);
        } else if (frame instanceof Stroke stroke) {
            backlog.add(stroke);
        } else {
            kept.add(frame);
            keptBytes += FrameSize.of(frame);
        }
        return !isOverfull();
    }

    boolean isOverfull() {
        return keptBytes > MAX_KEPT_BYTES;
    }

    /** @param lapsed asked for a snapshot when the deltas had to give way */
    void add(Deltas deltas, Runnable lapsed) {
        backlog.add(deltas, lapsed);
    }

    /** @param ask called for a snapshot of this photo as soon as there is room for it */
    void want(int photo, Runnable ask) {
        backlog.want(photo, ask);
    }

    void forget(int photo) {
        backlog.forget(photo);
    }

    /** What this participant has shown is not to be seen any more. */
    void forgetSigns(int participant) {
        backlog.forgetSigns(participant);
    }

    /** The next to go; null if there is none at the moment. */
    @Nullable Frame poll() {
        Frame first = kept.poll();
        if (first != null) {
            keptBytes -= FrameSize.of(first);
            return first;
        }
        return backlog.poll();
    }

    /** About, without snapshots. */
    int bytes() {
        return keptBytes + backlog.bytes();
    }

    boolean isEmpty() {
        return kept.isEmpty() && backlog.isEmpty();
    }

    void clear() {
        kept.clear();
        keptBytes = 0;
        backlog.clear();
    }
}
