package io.pinhole.protocol.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PackingTest {

    private static final int PLAIN = 0;
    private static final int LZ4 = 1;
    private static final int MAX = 1 << 20;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 255, 256, 1000, 100_000, 1 << 20})
    void what_repeats_itself_is_unpacked_as_it_was(int bytes) throws WireException {
        byte[] text = repeating(bytes);
        assertThat(unpacked(packed(text))).isEqualTo(text);
    }

    @Test
    void one_byte_for_ever_is_unpacked_as_it_was() throws WireException {
        byte[] zeros = new byte[200_000];
        assertThat(unpacked(packed(zeros))).isEqualTo(zeros);
    }

    @Test
    void less_than_256_bytes_stay_plain() {
        assertThat(packed(repeating(255)).getByte(0)).isEqualTo((byte) PLAIN);
        assertThat(packed(repeating(256)).getByte(0)).isEqualTo((byte) LZ4);
    }

    @Test
    void what_does_not_get_smaller_stays_plain() {
        byte[] noise = new byte[4096];
        new Random(1).nextBytes(noise);
        assertThat(packed(noise).getByte(0)).isEqualTo((byte) PLAIN);
    }

    @Test
    void a_size_that_the_packed_bytes_cannot_hold_is_refused_before_memory_is_taken() {
        assertThat(refusal("01 e90700 112233445566778899")).contains("claim to unpack");
        assertThat(refusal("01 818040" + "00".repeat(20_000))).contains("claim to unpack");
    }

    @Test
    void a_size_that_is_too_small_or_too_large_is_refused() {
        byte[] text = repeating(300);
        ByteBuf packed = packed(text);
        for (int size : new int[] {299, 301}) {
            ByteBuf lie = packed.copy();
            lie.setByte(1, size & 0x7f | 0x80).setByte(2, size >> 7);
            WireException refusal = catchThrowableOfType(WireException.class, () -> Packing.unpack(lie, MAX));
            assertThat(refusal.code()).isEqualTo(Code.MALFORMED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "02", "ff00", "01", "01 80", "01 8000", "01 ffffffff", "01 05", "01 05 f0ffffffff"})
    void what_is_no_batch_is_refused(String bytes) {
        assertThat(refusal(bytes)).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = FrameType.class,
            names = {"OPERATIONS", "DELTAS", "SNAPSHOT"})
    void no_body_unpacks_to_more_than_its_type_may_have(FrameType type) throws WireException {
        FrameType.Sender sender = type.sender();
        assertThat(FrameType.read(frame(type, type.maxBody()), sender).type()).isEqualTo(type);
        WireException refusal = catchThrowableOfType(
                WireException.class, () -> FrameType.read(frame(type, type.maxBody() + 1), sender));
        assertThat(refusal.code()).isEqualTo(Code.MALFORMED);
        assertThat(refusal).hasMessageContaining("claim to unpack to " + (type.maxBody() + 1));
    }

    /** A message that has nothing but a field nobody knows, and so many bytes in all. */
    private static ByteBuf frame(FrameType type, int bytes) {
        ByteBuf plain = Unpooled.buffer().writeByte(0x7a);
        Wire.writeVarint(plain, bytes - 4);
        plain.writeZero(bytes - plain.readableBytes());
        Random random = new Random(1);
        for (int i = 10; i < bytes; i += 20) {
            plain.setByte(i, random.nextInt());
        }
        ByteBuf frame = Unpooled.buffer().writeByte(type.code());
        Packing.pack(ByteBufUtil.getBytes(plain), frame);
        assertThat(frame.getByte(1)).isEqualTo((byte) LZ4);
        return frame;
    }

    private static String refusal(String bytes) {
        ByteBuf in = Unpooled.wrappedBuffer(HexFormat.of().parseHex(bytes.replace(" ", "")));
        WireException refusal = catchThrowableOfType(WireException.class, () -> Packing.unpack(in, MAX));
        assertThat(refusal).as(bytes).isNotNull();
        assertThat(refusal.code()).isEqualTo(Code.MALFORMED);
        assertThat(in.refCnt()).isOne();
        return String.valueOf(refusal.getMessage());
    }

    private static ByteBuf packed(byte[] plain) {
        ByteBuf out = Unpooled.buffer();
        Packing.pack(plain, out);
        return out;
    }

    private static byte[] unpacked(ByteBuf packed) throws WireException {
        ByteBuf plain = Packing.unpack(packed, MAX);
        assertThat(packed.isReadable()).isFalse();
        byte[] bytes = ByteBufUtil.getBytes(plain);
        plain.release();
        return bytes;
    }

    private static byte[] repeating(int bytes) {
        byte[] text = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            text[i] = (byte) ("a widget, ".charAt(i % 10) + i / 5000);
        }
        return text;
    }
}
