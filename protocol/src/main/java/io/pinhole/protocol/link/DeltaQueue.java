package io.pinhole.protocol.link;

import io.pinhole.protocol.frame.Frame;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Waiting annotation frames, in order. They are never dropped singly: a full queue is its owner's to resolve. */
final class DeltaQueue {

    static final int MAX_FRAMES = 1024;

    private final Queue<Frame> waiting = new ArrayDeque<>();

    /** @return false if it is full; the frame was not taken */
    boolean add(Frame frame) {
        return waiting.size() < MAX_FRAMES && waiting.add(frame);
    }

    @Nullable Frame poll() {
        return waiting.poll();
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    void clear() {
        waiting.clear();
    }
}
