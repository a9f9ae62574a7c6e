package io.pinhole.protocol.link;

import io.pinhole.protocol.frame.Voice;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
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
    private final Map<DropCause, Long> droppedFor = new EnumMap<>(DropCause.class);
    private long dropped;

    /** @param since when this link's side first had it, in nanoseconds of the monotonic clock */
    record Entry(Voice voice, long since) {}

    /** Takes the voice over. */
    void add(Voice voice, long since) {
        period = voice.duration().millis();
        for (Voice frame : voice.singles()) {
            waiting.add(new Entry(frame, since));
            if (waiting.size() > MAX_FRAMES) {
                drop(DropCause.COUNT);
            }
        }
    }

    /**
     * The oldest that is still worth sending, with what follows it without a gap. The caller releases it.
     *
     * @param max frames, from 1 to {@link Voice#MAX_COUNT}
     */
    @Nullable Entry poll(int max, long now) {
        dropStale(now);
        Entry first = waiting.poll();
        if (first == null) {
            return null;
        }
        List<Voice> frames = withFollowers(first.voice, max);
        return frames.size() == 1 ? first : new Entry(Voice.join(frames), first.since);
    }

    private List<Voice> withFollowers(Voice first, int max) {
        List<Voice> frames = new ArrayList<>(max);
        frames.add(first);
        Iterator<Entry> others = waiting.iterator();
        while (others.hasNext() && frames.size() < max) {
            Voice next = others.next().voice;
            if (next.speaker() == first.speaker()) {
                if (!next.follows(frames.get(frames.size() - 1))) {
                    break;
                }
                frames.add(next);
                others.remove();
            }
        }
        return frames;
    }

    void dropStale(long now) {
        for (Entry oldest = waiting.peek();
                oldest != null && now - oldest.since > MAX_AGE_NANOS;
                oldest = waiting.peek()) {
            drop(DropCause.AGE);
        }
    }

    /** All of it would come too late. */
    void dropAll() {
        while (!waiting.isEmpty()) {
            drop(DropCause.QUEUE);
        }
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Frames that wait. */
    int size() {
        return waiting.size();
    }

    /** How long the newest voice lasts, in milliseconds, frame by frame. */
    int period() {
        return period;
    }

    /** Opus that waits. */
    int bytes() {
        int bytes = 0;
        for (Entry entry : waiting) {
            bytes += entry.voice.payload().readableBytes();
        }
        return bytes;
    }

    /** Frames dropped so far. */
    long dropped() {
        return dropped;
    }

    long dropped(DropCause cause) {
        return droppedFor.getOrDefault(cause, 0L);
    }

    private void drop(DropCause cause) {
        Entry oldest = waiting.remove();
        dropped++;
        droppedFor.merge(cause, 1L, Long::sum);
        oldest.voice.release();
    }
}
