package io.pinhole.client;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.pinhole.protocol.frame.Voice;
import java.util.ArrayList;
import java.util.List;

/**
 * One Opus frame of another participant.
 *
 * @param speaker participant handle; may come a moment before the participant is told
 * @param tick the speaker's time in units of 10 ms, modulo 65536; gaps are gaps
 * @param level loudness, 0 to 15, 4 dB a step
 * @param talkStart the first after a pause: a jitter buffer starts anew
 * @param opus borrowed with the frame
 */
public record VoiceFrame(int speaker, int tick, Voice.Duration duration, int level, boolean talkStart, ByteBuf opus) {

    private static final int TICK_MASK = 0xffff;

    /** A copy of the payload. */
    public byte[] bytes() {
        return ByteBufUtil.getBytes(opus);
    }

    /** The frames of a bundle, oldest first; they share its payload. */
    static List<VoiceFrame> of(Voice bundle) {
        List<VoiceFrame> frames = new ArrayList<>(bundle.count());
        int tick = bundle.tick();
        for (ByteBuf opus : bundle.frames()) {
            frames.add(new VoiceFrame(
                    bundle.speaker(),
                    tick & TICK_MASK,
                    bundle.duration(),
                    bundle.level(),
                    bundle.talkStart() && frames.isEmpty(),
                    opus));
            tick += bundle.duration().ticks();
        }
        return frames;
    }
}
