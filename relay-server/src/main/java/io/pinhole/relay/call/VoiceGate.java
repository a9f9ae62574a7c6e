package io.pinhole.relay.call;

import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.Voice;
import java.util.Optional;

/**
 * Lets a speaker's voice pass while it may talk and is not faster than speech. Time is an argument, in nanoseconds.
 * Owned by the connection's thread.
 */
final class VoiceGate {

    /** After a stall, what was held back comes at once. */
    private static final int BURST_SECONDS = 2;

    private static final long SAY_EVERY_NANOS = 5_000_000_000L;

    private final boolean mayTalk;
    private final int framesPerSecond;
    private double tokens;
    private long filledAt;
    private boolean filled;
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
        fill(now);
        if (tokens < voice.count()) {
            return Optional.of(
                    new RefusedException(Code.TOO_FAST, "more than " + framesPerSecond + " voice frames a second"));
        }
        tokens -= voice.count();
        return Optional.empty();
    }

    private void fill(long now) {
        double most = BURST_SECONDS * framesPerSecond;
        tokens = filled ? Math.min(most, tokens + (now - filledAt) * 1e-9 * framesPerSecond) : most;
        filledAt = now;
        filled = true;
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
