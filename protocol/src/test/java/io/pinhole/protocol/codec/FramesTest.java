package io.pinhole.protocol.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.pinhole.protocol.frame.Chunk;
import io.pinhole.protocol.frame.Frame;
import io.pinhole.protocol.frame.FrameType;
import io.pinhole.protocol.frame.Hello;
import io.pinhole.protocol.frame.Offer;
import io.pinhole.protocol.frame.Voice;
import io.pinhole.protocol.frame.Welcome;
import io.pinhole.protocol.frame.WireException;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class FramesTest {

    @ParameterizedTest
    @MethodSource("names")
    void what_is_written_is_read_again(String name) throws WireException {
        Frame frame = Samples.named(name);
        for (FrameType.Sender sender : Samples.sendersOf(frame.type())) {
            ByteBuf in = Unpooled.wrappedBuffer(Samples.encoded(frame));
            Frame read = new FrameReader(sender, FrameReader.MAX_FRAME_BYTES).next(in);
            assertThat(read).isEqualTo(frame);
            assertThat(in.isReadable()).isFalse();
            read.release();
            assertThat(in.refCnt()).isOne();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_body_keeps_the_limit_of_its_type(String name) {
        Frame frame = Samples.named(name);
        ByteBuf body = Unpooled.buffer();
        frame.write(body);
        assertThat(body.readableBytes()).isLessThanOrEqualTo(frame.type().maxBody());
    }

    @Test
    void every_type_has_a_sample() {
        Set<FrameType> sampled = EnumSet.noneOf(FrameType.class);
        Samples.all().values().forEach(frame -> sampled.add(frame.type()));
        assertThat(sampled).containsExactlyInAnyOrder(FrameType.values());
    }

    @Test
    void a_frame_does_not_show_its_secrets() {
        Hello byToken = (Hello) Samples.named("hello-token");
        Hello byResume = (Hello) Samples.named("hello-resume");
        Welcome welcome = (Welcome) Samples.named("welcome");
        assertThat(byToken.toString()).doesNotContain("eyJ");
        assertThat(byResume.toString()).doesNotContain("00112233");
        assertThat(welcome.toString()).doesNotContain("00112233");
    }

    @Test
    void an_offer_as_applications_make_it_takes_at_most_200_bytes() {
        Offer offer = (Offer) Samples.named("offer");
        assertThat(Samples.encoded(offer)).hasSizeLessThanOrEqualTo(200);
    }

    @Test
    void a_single_voice_frame_costs_five_bytes_of_header() {
        Voice voice = new Voice(true, 15, Voice.Duration.MILLIS_20, 31, 1, 65_535, Samples.payload(40));
        assertThat(Samples.encoded(voice)).hasSize(40 + 5);
    }

    @Test
    void bundled_voice_costs_less_header_for_each_frame() {
        ByteBuf payload = LinkSamples.bundle(40, 40, 40);
        Voice voice = new Voice(false, 9, Voice.Duration.MILLIS_20, 1, 3, 0, payload);
        assertThat(Samples.encoded(voice)).hasSize(3 * 40 + 7);
    }

    @Test
    void a_full_piece_of_a_photo_costs_at_most_eight_bytes_of_header() {
        int lastOffset = (1 << 28) - 1;
        assertThat(Samples.encoded(new Chunk(127, Chunk.CONTINUES, Samples.payload(504))))
                .hasSize(504 + 4);
        assertThat(Samples.encoded(new Chunk(16_383, Chunk.CONTINUES, Samples.payload(504))))
                .hasSize(504 + 5);
        assertThat(Samples.encoded(new Chunk(127, lastOffset, Samples.payload(504))))
                .hasSize(504 + 8);
    }

    @Test
    void the_frames_of_a_bundle_come_apart_in_order() {
        Voice voice = (Voice) Samples.named("voice-extremes");
        assertThat(voice.frames()).extracting(ByteBuf::readableBytes).containsExactly(1, 127, 128, 200, 1, 1, 1, 1);
        assertThat(voice.frames().get(2)).isEqualTo(Samples.payload(128));
    }

    static Stream<String> names() {
        return Samples.all().keySet().stream();
    }
}
