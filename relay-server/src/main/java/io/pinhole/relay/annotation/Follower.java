package io.pinhole.relay.annotation;

import io.pinhole.protocol.frame.Deltas;
import io.pinhole.protocol.frame.Snapshot;
import java.util.ArrayList;
import java.util.List;

/** One connection that follows a photo's log. While its suffix is being read, what is new waits. On the call's thread. */
final class Follower {

    private static final int MAX_HELD = 256;

    private final Annotator annotator;
    private final Runnable lapsed;
    private List<Deltas> held = new ArrayList<>();
    private boolean isHolding;
    private boolean isOpening;
    private long position;

    /** @param lapsed called on any thread when it is time for a snapshot */
    Follower(Annotator annotator, Runnable lapsed) {
        this.annotator = annotator;
        this.lapsed = lapsed;
    }

    Annotator annotator() {
        return annotator;
    }

    void tell(Deltas deltas) {
        if (deltas.upTo() <= position && !deltas.deltas().isEmpty()) {
            return; // part of a snapshot that was read a moment before they were told
        }
        if (!isHolding) {
            position = deltas.upTo();
            annotator.tell(deltas, lapsed);
        } else if (held.size() < MAX_HELD) {
            held.add(deltas);
        } else {
            wantSnapshot(deltas.photo());
        }
    }

    void tell(Snapshot snapshot) {
        List<Deltas> since = held;
        release();
        isOpening = false;
        position = snapshot.upTo();
        annotator.tell(snapshot);
        since.forEach(this::tell);
    }

    /** From now on it needs a snapshot before anything else. */
    void wantSnapshot(int photo) {
        release();
        isOpening = true;
        annotator.want(photo, lapsed);
    }

    /** Why it is sent a snapshot now: the link asks for one by itself when the deltas had to give way. */
    AnnotationMeter.Cause cause() {
        return isOpening ? AnnotationMeter.Cause.OPENED : AnnotationMeter.Cause.LAPSED;
    }

    /** Holds back what is new until {@link #catchUp}. */
    void hold() {
        isHolding = true;
    }

    boolean isHolding() {
        return isHolding;
    }

    /** Sends a suffix, and what came since that it does not have. */
    void catchUp(Deltas suffix) {
        List<Deltas> since = held;
        release();
        tell(suffix);
        since.stream().filter(deltas -> deltas.after() >= suffix.upTo()).forEach(this::tell);
    }

    private void release() {
        held = new ArrayList<>();
        isHolding = false;
    }
}
