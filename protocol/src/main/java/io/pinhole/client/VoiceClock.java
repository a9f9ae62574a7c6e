package io.pinhole.client;

import io.pinhole.protocol.frame.Voice;

/**
 * Gives spoken frames their ticks. Frames that follow each other count the time of their samples, so that neither
 * jitter nor the drift of a sound card shows. A frame that comes much later than the one before has ended is the first
 * after a pause: it takes the tick of the clock, and says so. Pure: time is an argument.
 */
final class VoiceClock {

    /** What a busy machine may hold back a frame, and no pause of a speaker. */
    static final long PAUSE_NANOS = 100_000_000;

    private static final long TICK_NANOS = Voice.TICK_MILLIS * 1_000_000L;
    private static final int TICK_MASK = 0xffff;

    private boolean spoken;
    private long start;
    private long nextTick;
    private long endOfLast;

    /** @param tick modulo 65536 */
    record Time(int tick, boolean talkStart) {}

    /** @param now when the frame's last sample was there */
    Time next(Voice.Duration duration, long now) {
        boolean talkStart = !spoken || now - endOfLast > PAUSE_NANOS;
        if (!spoken) {
            start = now;
            spoken = true;
        } else if (talkStart) {
            nextTick = Math.max(nextTick, (now - start) / TICK_NANOS);
        }
        Time time = new Time((int) (nextTick & TICK_MASK), talkStart);
        nextTick += duration.ticks();
        endOfLast = now + duration.ticks() * TICK_NANOS;
        return time;
    }
}
