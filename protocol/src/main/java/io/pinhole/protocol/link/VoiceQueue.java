package io.pinhole.protocol.link;

import io.pinhole.protocol.frame.Voice;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Waiting voice: bounded by age and count, the oldest is dropped first. Voice that comes late is worth nothing. Leaves
 * in bundles: what one speaker said without a gap shares one header.
 */
final class VoiceQueue {

    static final long MAX_AGE_NANOS = 400_000_000;
    static final int MAX_FRAMES = 64;

    private final Deque<Entry> waiting = new ArrayDeque<>();
    private int period = Voice.Duration.MILLIS_20.millis();
    private long dropped;

    /** @param since when this link's side first had it, in nanoseconds of the monotonic clock */
    record Entry(Voice voice, long since) {}

    /** Takes the voice over. */
    void add(Voice voice, long since) {
        waiting.add(new Entry(voice, since));
        period = voice.duration().millis();
        if (waiting.size() > MAX_FRAMES) {
            drop();
        }
    }

    /** The oldest that is still worth sending, with all that follows it without a gap. The caller releases it. */
    @Nullable Entry poll(long now) {
        dropStale(now);
        Entry first = waiting.poll();
        if (first == null) {
            return null;
        }
        List<Voice> parts = followers(first.voice);
        return parts.size() == 1 ? first : new Entry(Voice.join(parts), first.since);
    }

    private List<Voice> followers(Voice first) {
        List<Voice> parts = new ArrayList<>(Voice.MAX_COUNT);
        parts.add(first);
        int count = first.count();
        Voice last = first;
        for (Iterator<Entry> others = waiting.iterator(); others.hasNext(); ) {
            Voice next = others.next().voice;
            if (next.speaker() == first.speaker()) {
                count += next.count();
                if (count > Voice.MAX_COUNT || !next.follows(last)) {
                    break;
                }
                parts.add(next);
                last = next;
                others.remove();
            }
        }
        return parts;
    }

    void dropStale(long now) {
        for (Entry oldest = waiting.peek();
                oldest != null && now - oldest.since > MAX_AGE_NANOS;
                oldest = waiting.peek()) {
            drop();
        }
    }

    /** All of it would come too late. */
    void dropAll() {
        while (!waiting.isEmpty()) {
            drop();
        }
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Frames that wait, each as it was added. */
    int size() {
        return waiting.size();
    }

    /** How long the newest voice lasts, in milliseconds, frame by frame. */
    int period() {
        return period;
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
