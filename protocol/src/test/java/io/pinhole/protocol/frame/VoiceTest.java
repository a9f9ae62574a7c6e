package io.pinhole.protocol.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.List;
import org.junit.jupiter.api.Test;

final class VoiceTest {

    private static final int LONG = 300;

    @Test
    void single_frames_become_a_bundle_and_single_frames_again() throws WireException {
        ByteBuf body = Unpooled.buffer();
        Voice joined = Voice.join(List.of(voice(65_534, 3, 1), voice(0, 9, LONG), voice(2, 4, 2)));
        assertThat(joined.count()).isEqualTo(3);
        assertThat(joined.tick()).isEqualTo(65_534);
        joined.write(body);
        Voice read = Voice.read(joined.typeByte(), body);
        joined.release();

        List<Voice> singles = read.singles();
        assertThat(singles).extracting(Voice::tick).containsExactly(65_534, 0, 2);
        assertThat(singles).extracting(Voice::count).containsOnly(1);
        assertThat(singles).extracting(VoiceTest::text).containsExactly(bytes(1), bytes(LONG), bytes(2));
        singles.forEach(Voice::release);
        assertThat(body.release()).isTrue();
    }

    @Test
    void a_bundle_is_as_loud_as_its_loudest_frame() {
        Voice joined = Voice.join(List.of(voice(0, 3, 1), voice(2, 9, 1), voice(4, 5, 1)));
        assertThat(joined.level()).isEqualTo(9);
        joined.release();
    }

    @Test
    void the_talk_starts_with_the_first_frame_of_its_bundle() {
        Voice joined = Voice.join(List.of(starting(0), voice(2, 5, 1)));
        assertThat(joined.talkStart()).isTrue();
        List<Voice> singles = joined.singles();
        assertThat(singles).extracting(Voice::talkStart).containsExactly(true, false);
        singles.forEach(Voice::release);
    }

    @Test
    void what_is_joined_is_given_back() {
        Voice first = voice(0, 5, 10);
        Voice second = voice(2, 5, 10);
        Voice joined = Voice.join(List.of(first, second));
        assertThat(first.payload().refCnt()).isZero();
        assertThat(second.payload().refCnt()).isZero();
        joined.release();
    }

    @Test
    void a_bundle_is_given_back_with_the_last_of_its_singles() {
        Voice joined = Voice.join(List.of(voice(0, 5, 10), voice(2, 5, 10)));
        List<Voice> singles = joined.singles();
        singles.get(0).release();
        assertThat(joined.payload().refCnt()).isOne();
        singles.get(1).release();
        assertThat(joined.payload().refCnt()).isZero();
    }

    @Test
    void a_single_frame_is_its_own_single() {
        Voice voice = voice(7, 5, 10);
        assertThat(voice.singles()).containsExactly(voice);
        assertThat(voice.payload().refCnt()).isOne();
    }

    @Test
    void a_frame_follows_where_the_other_ends() {
        Voice bundle = new Voice(
                false,
                5,
                Voice.Duration.MILLIS_20,
                1,
                3,
                65_532,
                Unpooled.buffer().writeZero(5));
        assertThat(voice(2, 5, 1).follows(bundle)).isTrue();
        assertThat(voice(4, 5, 1).follows(bundle)).isFalse();
        assertThat(voice(0, 5, 1).follows(bundle)).isFalse();
    }

    @Test
    void a_frame_of_another_speaker_or_length_or_talk_follows_nothing() {
        Voice before = voice(0, 5, 1);
        assertThat(voice(2, 5, 1).follows(before)).isTrue();
        assertThat(voice(2, 5, 1).retainedAs(2).follows(before)).isFalse();
        assertThat(starting(2).follows(before)).isFalse();
        Voice longer = new Voice(
                false, 5, Voice.Duration.MILLIS_40, 1, 1, 2, Unpooled.buffer().writeZero(1));
        assertThat(longer.follows(before)).isFalse();
    }

    private static Voice voice(int tick, int level, int bytes) {
        return new Voice(false, level, Voice.Duration.MILLIS_20, 1, 1, tick, Unpooled.copiedBuffer(payload(bytes)));
    }

    private static Voice starting(int tick) {
        return new Voice(true, 5, Voice.Duration.MILLIS_20, 1, 1, tick, Unpooled.copiedBuffer(payload(1)));
    }

    private static byte[] payload(int bytes) {
        byte[] payload = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            payload[i] = (byte) (bytes + i);
        }
        return payload;
    }

    private static String bytes(int count) {
        return ByteBufUtil.hexDump(payload(count));
    }

    private static String text(Voice voice) {
        return ByteBufUtil.hexDump(voice.payload());
    }
}
