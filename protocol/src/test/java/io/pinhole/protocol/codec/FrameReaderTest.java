package io.pinhole.protocol.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.pinhole.protocol.frame.Chunk;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Frame;
import io.pinhole.protocol.frame.FrameType.Sender;
import io.pinhole.protocol.frame.Ping;
import io.pinhole.protocol.frame.WireException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FrameReaderTest {

    @Test
    void a_frame_that_comes_in_two_parts_is_read_once_it_is_whole() throws WireException {
        for (Frame frame : Samples.all().values()) {
            byte[] bytes = Samples.encoded(frame);
            Sender sender = Samples.sendersOf(frame.type()).get(0);
            for (int cut = 0; cut < bytes.length; cut++) {
                FrameReader reader = new FrameReader(sender, FrameReader.MAX_FRAME_BYTES);
                ByteBuf in = Unpooled.buffer().writeBytes(bytes, 0, cut);
                assertThat(reader.next(in)).isNull();
                assertThat(in.readerIndex()).isZero();
                in.writeBytes(bytes, cut, bytes.length - cut);
                assertThat(reader.next(in)).isEqualTo(frame);
            }
        }
    }

    @Test
    void frames_that_come_together_are_read_one_by_one() throws WireException {
        ByteBuf in = hex("03 130801 03 130802 03 1308");
        FrameReader reader = reader();
        assertThat(reader.next(in)).isEqualTo(new Ping(1));
        assertThat(reader.next(in)).isEqualTo(new Ping(2));
        assertThat(reader.next(in)).isNull();
    }

    @Test
    void payload_shares_the_memory_of_the_input() throws WireException {
        ByteBuf in = hex("04 04 01 aabb");
        Chunk chunk = (Chunk) reader().next(in);
        assertThat(chunk.data().array()).isSameAs(in.array());
        assertThat(in.refCnt()).isEqualTo(2);
        chunk.release();
        assertThat(in.refCnt()).isOne();
    }

    @Test
    void the_length_is_checked_before_the_body_is_there() {
        assertThat(refusal(new FrameReader(Sender.CLIENT, 4096), "81 20"))
                .isEqualTo(Code.TOO_MUCH_BEFORE_AUTHENTICATION);
        assertThat(refusal(reader(), "81 8801")).isEqualTo(Code.FRAME_TOO_LONG);
    }

    @Test
    void a_frame_of_just_the_limit_is_waited_for() throws WireException {
        assertThat(new FrameReader(Sender.CLIENT, 4096).next(hex("8020"))).isNull();
    }

    @Test
    void a_bound_that_is_lifted_counts_from_the_next_frame_on() throws WireException {
        FrameReader reader = new FrameReader(Sender.CLIENT, 4096);
        reader.allow(FrameReader.MAX_FRAME_BYTES);
        assertThat(reader.next(hex("8120"))).isNull();
    }

    @Test
    void a_length_of_more_than_three_bytes_is_refused() {
        assertThat(refusal("ffffff")).isEqualTo(Code.FRAME_TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8300 130801", "838000 130801", "8000"})
    void a_padded_length_is_refused(String bytes) {
        assertThat(refusal(bytes)).isEqualTo(Code.MALFORMED);
    }

    @Test
    void a_frame_without_a_type_is_refused() {
        assertThat(refusal("00")).isEqualTo(Code.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"01 00", "01 06", "01 17", "01 2f", "01 49", "01 7f"})
    void an_unknown_type_is_refused_by_name(String bytes) {
        WireException refusal = catchThrowableOfType(WireException.class, () -> reader().next(hex(bytes)));
        assertThat(refusal.code()).isEqualTo(Code.UNKNOWN_FRAME);
        assertThat(refusal).hasMessageContaining("0x" + bytes.substring(3));
    }

    @Test
    void nobody_sends_what_is_the_other_sides_to_send() {
        Samples.all().forEach((name, frame) -> {
            for (Sender sender : new Sender[] {Sender.CLIENT, Sender.RELAY}) {
                if (!Samples.sendersOf(frame.type()).contains(sender)) {
                    FrameReader reader = new FrameReader(sender, FrameReader.MAX_FRAME_BYTES);
                    WireException refusal = catchThrowableOfType(
                            WireException.class, () -> reader.next(Unpooled.wrappedBuffer(Samples.encoded(frame))));
                    assertThat(refusal.code()).as(name).isEqualTo(Code.UNKNOWN_FRAME);
                    assertThat(refusal).hasMessageContaining(frame.type().name());
                }
            }
        });
    }

    @Test
    void a_body_longer_than_its_type_allows_is_refused() {
        assertThat(refusal("12 13" + "08".repeat(17))).isEqualTo(Code.FRAME_TOO_LONG);
    }

    @Test
    void fields_of_a_newer_peer_are_skipped() throws WireException {
        assertThat(reader().next(hex("09 130801 f2070361 6263"))).isEqualTo(new Ping(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01 01",
                "02 01 12",
                "04 01 123456", // stamp
                "08 02 00070014005a01",
                "0a 02 000714005a01e24000", // feedback
                "01 03",
                "02 03 04",
                "03 03 04 05",
                "02 03 00",
                "03 03 10 01",
                "03 03 84 01", // fragment
                "01 04",
                "02 04 01",
                "03 04 80 00",
                "06 04 80808080 01", // chunk
                "01 05",
                "02 05 01",
                "03 05 01 00",
                "04 05 01 80 01",
                "04 05 01 8000", // chunk at
                "01 80",
                "03 80 0000",
                "04 80 000000", // voice without a frame
                "06 80 200000 01 01",
                "06 80 200000 00 01",
                "07 80 200000 8000 01",
                "05 80 e00000 01", // voice bundle
                "02 13 08",
                "03 13 09 01",
                "04 13 0801 00" // protobuf: cut off, another type, a tag of zero
            })
    void a_malformed_body_is_refused(String bytes) {
        assertThat(refusal(bytes)).isEqualTo(Code.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "06 23 0a03 010203", // a photo id of three bytes
                "05 21 0801 1007", // a mode that does not exist
                "03 21 0801", // no mode at all
                "15 3b 0a10 000102030405060708090a0b0c0d0e0f 1003" // a rendition that does not exist
            })
    void a_value_that_means_nothing_is_refused(String bytes) {
        assertThat(refusal(bytes)).isEqualTo(Code.MALFORMED);
    }

    @Test
    void a_hello_without_a_credential_is_refused() {
        assertThat(refusal("03 10 0801")).isEqualTo(Code.UNAUTHENTICATED);
    }

    @Test
    void messages_nested_sixteen_deep_are_read_and_deeper_ones_refused() throws WireException {
        assertThat(reader().next(hex(haveWithGroups(16)))).isEqualTo(Samples.named("have-nothing"));
        assertThat(refusal(haveWithGroups(17))).isEqualTo(Code.MALFORMED);
    }

    /** Have with groups in groups, of a field that we do not know. */
    private static String haveWithGroups(int depth) {
        return String.format("%02x16", 2 * depth + 1) + "13".repeat(depth) + "14".repeat(depth);
    }

    private static FrameReader reader() {
        return new FrameReader(Sender.CLIENT, FrameReader.MAX_FRAME_BYTES);
    }

    private static Code refusal(String bytes) {
        return refusal(reader(), bytes);
    }

    private static Code refusal(FrameReader reader, String bytes) {
        ByteBuf in = hex(bytes);
        WireException refusal = catchThrowableOfType(WireException.class, () -> reader.next(in));
        assertThat(refusal).as(bytes).isNotNull();
        assertThat(in.refCnt()).isOne();
        return refusal.code();
    }

    private static ByteBuf hex(String bytes) {
        return Unpooled.wrappedBuffer(HexFormat.of().parseHex(bytes.replace(" ", "")));
    }
}
