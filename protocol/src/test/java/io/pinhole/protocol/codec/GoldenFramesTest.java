package io.pinhole.protocol.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.pinhole.protocol.frame.Frame;
import io.pinhole.protocol.frame.FrameType;
import io.pinhole.protocol.frame.WireException;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What older peers send and expect: bytes that were once on the wire keep their meaning. */
final class GoldenFramesTest {

    private static final Map<String, byte[]> GOLDEN = GoldenFrames.read();

    @ParameterizedTest
    @MethodSource("names")
    void the_bytes_are_read_as_the_sample_of_that_name(String name) throws WireException {
        Frame sample = Samples.named(name);
        for (FrameType.Sender sender : Samples.sendersOf(sample.type())) {
            ByteBuf in = Unpooled.wrappedBuffer(GOLDEN.get(name));
            Frame frame = new FrameReader(sender, FrameReader.MAX_FRAME_BYTES).next(in);
            assertThat(frame).isEqualTo(sample);
            assertThat(in.isReadable()).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void the_sample_of_that_name_is_written_as_these_bytes(String name) {
        if (!name.endsWith("-packed")) { // another version of LZ4 may find another way to say the same
            assertThat(Samples.encoded(Samples.named(name))).asHexString().isEqualTo(hex(GOLDEN.get(name)));
        }
    }

    @Test
    void every_sample_is_kept() {
        StringBuilder missing = new StringBuilder();
        Samples.all().forEach((name, frame) -> {
            if (!GOLDEN.containsKey(name)) {
                missing.append(name)
                        .append(' ')
                        .append(hex(Samples.encoded(frame)))
                        .append('\n');
            }
        });
        assertThat(missing).as("lines to append to golden/frames.txt").isEmpty();
    }

    static Stream<String> names() {
        return GOLDEN.keySet().stream();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }
}
