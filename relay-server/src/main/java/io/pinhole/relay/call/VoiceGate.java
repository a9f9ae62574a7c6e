package io.pinhole.relay.call;

import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.Voice;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets a speaker's voice pass while it may talk and is not faster than speech. Time is an argument, in nanoseconds.
 * Owned by the connection's thread.
 */
final class VoiceGate {

    private static final long SAY_EVERY_NANOS = 5_000_000_000L;

    private final boolean mayTalk;
    private final int framesPerSecond;
    private @Nullable Pace pace; // from the first frame on
    private long saidAt;
    private boolean said;

    VoiceGate(boolean mayTalk, int framesPerSecond) {
        this.mayTalk = mayTalk;
        this.framesPerSecond = framesPerSecond;
    }

    /** Why this voice does not pass, if it does not. */
    Optional<RefusedException> refuse(Voice voice, long now) {
        if (!mayTalk) {
            return Optional.of(new RefusedException(Code.RIGHT_MISSING, "you may not talk in this call"));
        }
        if (pace == null) {
            pace = new Pace(framesPerSecond, now);
        }
        if (!pace.take(voice.count(), now)) {
            return Optional.of(
                    new RefusedException(Code.TOO_FAST, "more than " + framesPerSecond + " voice frames a second"));
        }
        return Optional.empty();
    }

    /** Refusals of voice are said at most every five seconds. */
    boolean isTimeToSay(long now) {
        if (said && now - saidAt < SAY_EVERY_NANOS) {
            return false;
        }
        said = true;
        saidAt = now;
        return true;
    }
}
