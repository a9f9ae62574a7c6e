package io.pinhole.protocol.codec;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.pinhole.protocol.frame.Chunk;
import io.pinhole.protocol.frame.Feedback;
import io.pinhole.protocol.frame.Fragment;
import io.pinhole.protocol.frame.Frame;
import io.pinhole.protocol.frame.Stamp;
import io.pinhole.protocol.frame.TrafficClass;
import io.pinhole.protocol.frame.Voice;
import java.util.Map;

/** Samples of the frames that are packed by hand. */
final class LinkSamples {

    private static final int MAX_28_BITS = (1 << 28) - 1;

    private LinkSamples() {}

    static void addTo(Map<String, Frame> samples) {
        samples.put("stamp", new Stamp(0x1234, Stamp.COUNTED));
        samples.put("stamp-with-record", new Stamp(0xffff, 0xffff));
        samples.put("feedback", new Feedback(3, 20, 90, 16, Feedback.UNCHANGED));
        samples.put("feedback-with-capacity", new Feedback(0xffff, 0xff, 0xffff, 0xffffff, 0xffff));
        samples.put("fragment-first", new Fragment(TrafficClass.CONTROL, true, false, 600, Samples.payload(12)));
        samples.put("fragment-middle", new Fragment(TrafficClass.DELTA, false, false, 0, Samples.payload(12)));
        samples.put("fragment-last", new Fragment(TrafficClass.DELTA, false, true, 0, Samples.payload(1)));
        samples.put("fragment-whole", new Fragment(TrafficClass.CONTROL, true, true, 3, bytes(0x13, 0x08, 0x05)));
        samples.put("chunk", new Chunk(1, Chunk.CONTINUES, Samples.payload(16)));
        samples.put("chunk-largest-handle", new Chunk(MAX_28_BITS, Chunk.CONTINUES, Samples.payload(1)));
        samples.put("chunk-at-start", new Chunk(1, 0, bytes(0xff, 0xd8, 0xff)));
        samples.put("chunk-at-largest", new Chunk(MAX_28_BITS, MAX_28_BITS, Samples.payload(1)));
        samples.put("voice", new Voice(false, 9, Voice.Duration.MILLIS_20, 0, 1, 300, Samples.payload(40)));
        samples.put("voice-bundle", new Voice(true, 4, Voice.Duration.MILLIS_20, 2, 3, 301, bundle(40, 38, 41)));
        samples.put(
                "voice-extremes",
                new Voice(true, 15, Voice.Duration.MILLIS_60, 31, 8, 65_535, bundle(1, 127, 128, 200, 1, 1, 1, 1)));
        samples.put("voice-smallest", new Voice(false, 0, Voice.Duration.MILLIS_10, 0, 1, 0, bytes(0)));
    }

    /** Lengths of all frames but the last, then the frames. */
    static ByteBuf bundle(int... lengths) {
        ByteBuf payload = Unpooled.buffer();
        for (int i = 0; i < lengths.length - 1; i++) {
            if (lengths[i] > 0x7f) {
                payload.writeByte(lengths[i] & 0x7f | 0x80).writeByte(lengths[i] >> 7);
            } else {
                payload.writeByte(lengths[i]);
            }
        }
        for (int length : lengths) {
            payload.writeBytes(Samples.payload(length));
        }
        return payload;
    }

    private static ByteBuf bytes(int... values) {
        ByteBuf bytes = Unpooled.buffer(values.length);
        for (int value : values) {
            bytes.writeByte(value);
        }
        return bytes;
    }
}
