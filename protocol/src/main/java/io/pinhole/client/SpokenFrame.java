package io.pinhole.client;

import io.netty.buffer.ByteBuf;
import io.pinhole.protocol.frame.Voice;

/**
 * One Opus frame that was just spoken here.
 *
 * @param at when its last sample was there, in nanoseconds of the monotonic clock
 */
record SpokenFrame(ByteBuf opus, Voice.Duration duration, int level, long at) {

    /** The largest that Opus makes (RFC 6716, 3.4). */
    static final int MAX_OPUS_BYTES = 1275;

    private static final int MAX_LEVEL = 15;

    /** @throws IllegalArgumentException if no relay would take it */
    SpokenFrame {
        if (!opus.isReadable() || opus.readableBytes() > MAX_OPUS_BYTES) {
            throw new IllegalArgumentException(
                    "an Opus frame has 1 to " + MAX_OPUS_BYTES + " bytes, not " + opus.readableBytes());
        }
        if (level < 0 || level > MAX_LEVEL) {
            throw new IllegalArgumentException("a level is 0 to " + MAX_LEVEL + ", not " + level);
        }
    }
}
