package io.pinhole.protocol.frame;

import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;

/**
 * Voice of one speaker: one Opus frame, or several that follow each other without a gap, in one bundle.
 *
 * @param talkStart the first after silence, mute or a gap in time
 * @param level loudness as the speaker measured it, 0 (silent) to 15 (full scale), 4 dB a step
 * @param duration of each frame
 * @param speaker participant handle, 0..31; a client names itself 0
 * @param count frames in the bundle, 1..8
 * @param tick time of the first frame in units of 10 ms, modulo 65536
 * @param payload lengths of all frames but the last (varints), then the frames
 */
public record Voice(boolean talkStart, int level, Duration duration, int speaker, int count, int tick, ByteBuf payload)
        implements ClientFrame, ServerFrame {

    public static final int MAX_SPEAKERS = 32;
    public static final int MAX_COUNT = 8;
    public static final int TICK_MILLIS = 10;

    /** The frame lengths that fit into two bits. */
    public enum Duration {
        MILLIS_10(10, 0),
        MILLIS_20(20, 1),
        MILLIS_40(40, 2),
        MILLIS_60(60, 3);

        private final int millis;
        private final int bits;

        Duration(int millis, int bits) {
            this.millis = millis;
            this.bits = bits;
        }

        public int millis() {
            return millis;
        }

        public int ticks() {
            return millis / TICK_MILLIS;
        }

        /** @throws IllegalArgumentException if there is no such frame length */
        public static Duration ofMillis(int millis) {
            for (Duration duration : values()) {
                if (duration.millis == millis) {
                    return duration;
                }
            }
            throw new IllegalArgumentException("a voice frame lasts 10, 20, 40 or 60 ms, not " + millis);
        }

        private static Duration ofBits(int bits) {
            return switch (bits) {
                case 0 -> MILLIS_10;
                case 1 -> MILLIS_20;
                case 2 -> MILLIS_40;
                default -> MILLIS_60;
            };
        }
    }

    static Voice read(int typeByte, ByteBuf in) throws WireException {
        if (in.readableBytes() < 3) {
            throw WireException.malformed("voice header is cut off");
        }
        int speakerAndCount = in.readUnsignedByte();
        int count = (speakerAndCount >> 5) + 1;
        int tick = in.readUnsignedShort();
        requireFrames(in.slice(), count);
        return new Voice(
                (typeByte & 0x40) != 0,
                (typeByte >> 2) & 0xf,
                Duration.ofBits(typeByte & 3),
                speakerAndCount & 0x1f,
                count,
                tick,
                in.readRetainedSlice(in.readableBytes()));
    }

    private static void requireFrames(ByteBuf in, int count) throws WireException {
        int sum = 0;
        for (int i = 1; i < count; i++) {
            int length = Wire.readVarint(in, "voice frame length");
            if (length == 0) {
                throw WireException.malformed("an empty voice frame");
            }
            sum += length;
        }
        if (in.readableBytes() <= sum) {
            throw WireException.malformed("voice frames of " + sum + " bytes and more in " + in.readableBytes());
        }
    }

    @Override
    public void write(ByteBuf out) {
        out.writeByte(((count - 1) << 5) | speaker);
        out.writeShort(tick);
        out.writeBytes(payload, payload.readerIndex(), payload.readableBytes());
    }

    @Override
    public int expectedBytes() {
        return 3 + payload.readableBytes();
    }

    @Override
    public int typeByte() {
        return FrameType.VOICE_BUNDLE.code() | (talkStart ? 0x40 : 0) | (level << 2) | duration.bits;
    }

    @Override
    public FrameType type() {
        return FrameType.VOICE_BUNDLE;
    }

    /** The same voice under another handle; shares the payload, for which the receiver gets a count of its own. */
    public Voice retainedAs(int otherSpeaker) {
        return new Voice(talkStart, level, duration, otherSpeaker, count, tick, payload.retainedDuplicate());
    }

    /** Whether this goes on without a gap where the other one ends. */
    public boolean follows(Voice other) {
        int ends = other.tick + other.count * other.duration.ticks();
        return !talkStart && speaker == other.speaker && duration == other.duration && tick == (ends & 0xffff);
    }

    /** The single frames as voice of their own, which share the payload's bytes; takes this one over. */
    public List<Voice> singles() {
        if (count == 1) {
            return List.of(this);
        }
        List<Voice> singles = new ArrayList<>(count);
        for (ByteBuf frame : frames()) {
            int at = (tick + singles.size() * duration.ticks()) & 0xffff;
            singles.add(new Voice(talkStart && singles.isEmpty(), level, duration, speaker, 1, at, frame.retain()));
        }
        release();
        return singles;
    }

    /** Single frames of which each follows the one before, at most {@link #MAX_COUNT}, as one bundle; takes them over. */
    public static Voice join(List<Voice> parts) {
        Voice first = parts.get(0);
        int bytes = parts.stream()
                .mapToInt(part -> part.payload.readableBytes() + 2)
                .sum();
        ByteBuf joined = first.payload.alloc().buffer(bytes);
        for (Voice part : parts.subList(0, parts.size() - 1)) {
            Wire.writeVarint(joined, part.payload.readableBytes());
        }
        int level = 0;
        for (Voice part : parts) {
            level = Math.max(level, part.level);
            joined.writeBytes(part.payload);
            part.release();
        }
        return new Voice(first.talkStart, level, first.duration, first.speaker, parts.size(), first.tick, joined);
    }

    /** The single frames, oldest first, as slices that share the payload's count. */
    public List<ByteBuf> frames() {
        ByteBuf in = payload.duplicate();
        int[] lengths = new int[count];
        int rest = 0;
        try {
            for (int i = 0; i < count - 1; i++) {
                lengths[i] = Wire.readVarint(in, "voice frame length");
                rest += lengths[i];
            }
        } catch (WireException e) {
            throw new IllegalStateException("a voice bundle that was not checked", e);
        }
        lengths[count - 1] = in.readableBytes() - rest;
        List<ByteBuf> frames = new ArrayList<>(count);
        for (int length : lengths) {
            frames.add(in.readSlice(length));
        }
        return frames;
    }

    @Override
    public Voice retained() {
        return retainedAs(speaker);
    }

    @Override
    public void release() {
        payload.release();
    }

    @Override
    public void accept(ClientFrame.Handler handler) throws WireException {
        handler.on(this);
    }

    @Override
    public void accept(ServerFrame.Handler handler) throws WireException {
        handler.on(this);
    }
}
