package io.pinhole.protocol.link;

import io.pinhole.protocol.frame.Voice;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Waiting voice: bounded by age and count, the oldest is dropped first. Voice that comes late is worth nothing. */
final class VoiceQueue {

    static final long MAX_AGE_NANOS = 400_000_000;
    static final int MAX_FRAMES = 64;

    private final Queue<Entry> waiting = new ArrayDeque<>();
    private long dropped;

    /** @param since when this link's side first had it, in nanoseconds of the monotonic clock */
    record Entry(Voice voice, long since) {}

    /** Takes the voice over. */
    void add(Voice voice, long since) {
        waiting.add(new Entry(voice, since));
        if (waiting.size() > MAX_FRAMES) {
            drop();
        }
    }

    /** The oldest that is still worth sending; what is not is dropped. The caller releases it. */
    @Nullable Entry poll(long now) {
        dropStale(now);
        return waiting.poll();
    }

    void dropStale(long now) {
        for (Entry oldest = waiting.peek();
                oldest != null && now - oldest.since > MAX_AGE_NANOS;
                oldest = waiting.peek()) {
            drop();
        }
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Frames dropped so far, for age or count. */
    long dropped() {
        return dropped;
    }

    void clear() {
        waiting.forEach(entry -> entry.voice.release());
        waiting.clear();
    }

    private void drop() {
        Entry oldest = waiting.remove();
        dropped += oldest.voice.count();
        oldest.voice.release();
    }
}
