package io.pinhole.loadtest.join;

import io.pinhole.protocol.frame.Voice;

/** What to say, frame by frame. */
interface VoiceSource {

    Voice.Duration duration();

    /** Whether there is a frame of that number. */
    boolean has(int seq);

    Spoken frame(int seq, long due);

    /** One frame, and how loud it is: 0 to 15. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Spoken(byte[] opus, int level) {}
}
