package io.pinhole.loadtest.join;

import io.pinhole.protocol.frame.SpeakAt;
import io.pinhole.protocol.frame.Voice;

/** What to say, frame by frame. Spoken by one thread. */
interface VoiceSource {

    /** Of the frame that comes next. */
    Voice.Duration duration();

    /** Whether there is something to say so long after zero, in milliseconds. */
    boolean has(long millis);

    /** What comes next. */
    Spoken frame(Turn turn);

    /** The relay says how to speak: from the next frame on, if this can be said in another way. Any thread. */
    void speakAt(SpeakAt told);

    /**
     * When a frame begins.
     *
     * @param seq its number
     * @param millis after zero
     * @param due the same in nanoseconds of the monotonic clock
     */
    record Turn(int seq, long millis, long due) {}

    /** One frame, and how loud it is: 0 to 15. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Spoken(byte[] opus, Voice.Duration duration, int level) {}
}
