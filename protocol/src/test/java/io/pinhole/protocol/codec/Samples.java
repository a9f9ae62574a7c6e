package io.pinhole.protocol.codec;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.pinhole.protocol.frame.CallId;
import io.pinhole.protocol.frame.Frame;
import io.pinhole.protocol.frame.FrameType;
import io.pinhole.protocol.frame.PersonId;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Sha256;
import io.pinhole.protocol.frame.WidgetId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Named frames: at least one of every type, and the extremes that fit into it. Their payloads are on the heap. */
final class Samples {

    static final PhotoId PHOTO = PhotoId.parse("000102030405060708090a0b0c0d0e0f");
    static final PhotoId OTHER_PHOTO = PhotoId.parse("f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff");
    static final WidgetId WIDGET = WidgetId.parse("101112131415161718191a1b1c1d1e1f");
    static final WidgetId OTHER_WIDGET = WidgetId.parse("e0e1e2e3e4e5e6e7e8e9eaebecedeeef");
    static final Sha256 HASH = Sha256.of(new byte[] {1, 2, 3});
    static final CallId CALL = new CallId("pump-7");
    static final PersonId ANNA = new PersonId("anna");

    /** What the longest name or title takes: 128 characters of four bytes. */
    static final String LONGEST_TITLE = "\ud83d\udd27".repeat(128);

    static final PersonId LONGEST_PERSON = new PersonId("\u4eba".repeat(128));

    private static final Map<String, Frame> ALL = new LinkedHashMap<>();

    static {
        LinkSamples.addTo(ALL);
        ConnectionSamples.addTo(ALL);
        CallSamples.addTo(ALL);
        PhotoSamples.addTo(ALL);
        WidgetSamples.addTo(ALL);
        CaptureSamples.addTo(ALL);
    }

    private Samples() {}

    /** Name to frame, in the order of the table of types. */
    static Map<String, Frame> all() {
        return ALL;
    }

    static Frame named(String name) {
        Frame frame = ALL.get(name);
        if (frame == null) {
            throw new IllegalArgumentException("no such sample: " + name);
        }
        return frame;
    }

    /** Those who may send this type: one or both. */
    static List<FrameType.Sender> sendersOf(FrameType type) {
        return type.sender() == FrameType.Sender.BOTH
                ? List.of(FrameType.Sender.CLIENT, FrameType.Sender.RELAY)
                : List.of(type.sender());
    }

    static ByteBuf payload(int bytes) {
        byte[] data = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            data[i] = (byte) (i * 7 + 1);
        }
        return Unpooled.wrappedBuffer(data);
    }

    /** The frame with its length, as it goes over the wire. */
    static byte[] encoded(Frame frame) {
        ByteBuf out = Unpooled.buffer();
        FrameWriter.write(frame, out);
        byte[] bytes = new byte[out.readableBytes()];
        out.readBytes(bytes).release();
        return bytes;
    }

    static List<byte[]> allEncoded() {
        List<byte[]> encoded = new ArrayList<>();
        ALL.values().forEach(frame -> encoded.add(encoded(frame)));
        return encoded;
    }
}
