package io.pinhole.relay.call;

import io.pinhole.protocol.frame.Mode;
import java.time.Duration;

/**
 * What a call may be.
 *
 * @param participants at the same time, those who are reconnecting included
 * @param firstMode of a new call
 * @param reconnect how long a lost participant is waited for before it counts as gone
 * @param idle how long an empty call lives
 * @param voiceFramesPerSecond of one speaker
 */
public record CallLimits(
        int participants, Mode firstMode, Duration reconnect, Duration idle, int voiceFramesPerSecond) {

    public CallLimits {
        if (participants < 1 || participants > Roster.MAX_HANDLE) {
            throw new IllegalArgumentException(
                    "a call has 1 to " + Roster.MAX_HANDLE + " participants, not " + participants);
        }
    }
}
