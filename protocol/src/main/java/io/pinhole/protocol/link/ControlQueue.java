package io.pinhole.protocol.link;

import io.pinhole.protocol.frame.Frame;
import io.pinhole.protocol.frame.FrameType;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Waiting control frames, in order. A frame with a key replaces the one of that key that still waits and takes its
 * place at the end, so that it never overtakes what it refers to; frames without a key are all kept, and counted.
 */
final class ControlQueue {

    /** A peer that leaves so many replies unread is not coming back on this connection. */
    static final int MAX_REPLIES = 256;

    /** How far things have come: nobody acts on it, and there is much of it while a photo is on its way. */
    private static final Set<FrameType> PATIENT =
            EnumSet.of(FrameType.STORED, FrameType.PHOTO_ENTRY, FrameType.SEEN, FrameType.PING, FrameType.PONG);

    private final Map<Object, Frame> waiting = new LinkedHashMap<>();
    private int replies;

    /** A key that equals nothing else. */
    private static final class Reply {}

    /** @return false if too many are waiting */
    boolean add(Frame frame) {
        waiting.put(new Reply(), frame);
        replies++;
        return !isOverfull();
    }

    boolean isOverfull() {
        return replies > MAX_REPLIES;
    }

    void replace(Object key, Frame frame) {
        waiting.remove(key);
        waiting.put(key, frame);
    }

    @Nullable Frame poll() {
        Iterator<Map.Entry<Object, Frame>> oldest = waiting.entrySet().iterator();
        if (!oldest.hasNext()) {
            return null;
        }
        Map.Entry<Object, Frame> entry = oldest.next();
        if (entry.getKey() instanceof Reply) {
            replies--;
        }
        oldest.remove();
        return entry.getValue();
    }

    /** About. */
    int bytes() {
        return waiting.values().stream().mapToInt(FrameSize::of).sum();
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Whether any of it should not wait for something else that goes soon. */
    boolean isPressing() {
        return waiting.values().stream().anyMatch(frame -> !PATIENT.contains(frame.type()));
    }

    void clear() {
        waiting.clear();
        replies = 0;
    }
}
