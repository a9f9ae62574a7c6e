package io.pinhole.loadtest.bench;

import io.pinhole.protocol.frame.Voice;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Who says what when: two people a call, single frames at a fixed pace, all people spread evenly over one frame. */
record VoiceLoad(int calls, int seconds) {

    static final Voice.Duration FRAME = Voice.Duration.MILLIS_20;
    static final int FRAME_BYTES = 40;

    private static final long FRAME_NANOS = TimeUnit.MILLISECONDS.toNanos(FRAME.millis());
    private static final int FRAMES_A_SECOND = 1000 / FRAME.millis();

    int people() {
        return 2 * calls;
    }

    int framesEach() {
        return seconds * FRAMES_A_SECOND;
    }

    long frames() {
        return (long) people() * framesEach();
    }

    /** After the beginning, in nanoseconds. */
    long due(int person, int frame) {
        return FRAME_NANOS * person / people() + FRAME_NANOS * frame;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d calls of two people for %d s, %d frames of %d bytes a second each way",
                calls,
                seconds,
                FRAMES_A_SECOND,
                FRAME_BYTES);
    }
}
