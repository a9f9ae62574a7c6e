package io.pinhole.protocol.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.pinhole.protocol.frame.Voice;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class VoiceQueueTest {

    private static final long MILLIS = 1_000_000;

    private final VoiceQueue queue = new VoiceQueue();

    @Test
    void voice_leaves_in_the_order_in_which_it_came() {
        queue.add(voice(1, 2), 0);
        queue.add(voice(1, 4), 0);
        assertThat(bundles(1, 0)).containsExactly("1: 2", "1: 4");
    }

    @Test
    void what_one_speaker_said_without_a_gap_leaves_as_one_bundle() {
        for (int tick = 0; tick < 8; tick += 2) {
            queue.add(voice(1, tick), tick);
        }
        assertThat(queue.size()).isEqualTo(4);
        VoiceQueue.Entry bundle = queue.poll(Voice.MAX_COUNT, 10);
        assertThat(bundle.voice().count()).isEqualTo(4);
        assertThat(bundle.since()).isZero();
        bundle.voice().release();
        assertThat(queue.isEmpty()).isTrue();
    }

    @Test
    void no_bundle_has_more_frames_than_it_may() {
        for (int tick = 0; tick < 10; tick += 2) {
            queue.add(voice(1, tick), 0);
        }
        assertThat(bundles(3, 0)).containsExactly("1: 0 2 4", "1: 6 8");
    }

    @Test
    void the_voices_of_two_speakers_are_two_bundles() {
        for (int tick = 0; tick < 6; tick += 2) {
            queue.add(voice(1, tick), 0);
            queue.add(voice(2, tick + 100), 0);
        }
        assertThat(bundles(Voice.MAX_COUNT, 0)).containsExactly("1: 0 2 4", "2: 100 102 104");
    }

    @Test
    void a_gap_ends_a_bundle() {
        queue.add(voice(1, 0), 0);
        queue.add(voice(1, 2), 0);
        queue.add(voice(1, 6), 0);
        queue.add(voice(1, 8), 0);
        assertThat(bundles(Voice.MAX_COUNT, 0)).containsExactly("1: 0 2", "1: 6 8");
    }

    @Test
    void voice_that_comes_out_of_order_stays_so() {
        queue.add(voice(1, 0), 0);
        queue.add(voice(1, 4), 0);
        queue.add(voice(1, 2), 0);
        assertThat(bundles(Voice.MAX_COUNT, 0)).containsExactly("1: 0", "1: 4", "1: 2");
    }

    @Test
    void the_start_of_a_talk_begins_a_bundle() {
        queue.add(voice(1, 0), 0);
        queue.add(new Voice(true, 5, Voice.Duration.MILLIS_20, 1, 1, 2, Peer.data(40)), 0);
        queue.add(voice(1, 4), 0);
        assertThat(bundles(Voice.MAX_COUNT, 0)).containsExactly("1: 0", "1: 2 4");
    }

    @Test
    void a_bundle_that_comes_in_is_taken_apart_and_put_together_anew() {
        queue.add(voice(1, 0), 0);
        queue.add(new Voice(false, 5, Voice.Duration.MILLIS_20, 1, 3, 2, bundled()), 0);
        assertThat(queue.size()).isEqualTo(4);
        assertThat(bundles(2, 0)).containsExactly("1: 0 2", "1: 4 6");
    }

    @Test
    void voice_of_400_ms_is_still_sent() {
        queue.add(voice(1, 2), 0);
        assertThat(bundles(1, 400 * MILLIS)).containsExactly("1: 2");
    }

    @Test
    void stale_voice_is_dropped_and_given_back() {
        Voice stale = voice(1, 0);
        queue.add(stale, 0);
        queue.add(voice(1, 2), 20 * MILLIS);
        assertThat(bundles(Voice.MAX_COUNT, 401 * MILLIS)).containsExactly("1: 2");
        assertThat(stale.payload().refCnt()).isZero();
        assertThat(queue.dropped()).isOne();
    }

    @Test
    void age_is_right_when_the_clock_passes_its_largest_value() {
        queue.add(voice(1, 2), Long.MAX_VALUE);
        assertThat(bundles(1, Long.MAX_VALUE + 100 * MILLIS)).containsExactly("1: 2");
        queue.add(voice(1, 4), Long.MAX_VALUE);
        assertThat(queue.poll(1, Long.MAX_VALUE + 401 * MILLIS)).isNull();
    }

    @Test
    void too_much_voice_drops_the_oldest() {
        for (int i = 0; i <= VoiceQueue.MAX_FRAMES; i++) {
            queue.add(voice(1, 2 * i), 0);
        }
        assertThat(queue.dropped()).isOne();
        assertThat(bundles(1, 0)).hasSize(VoiceQueue.MAX_FRAMES).first().isEqualTo("1: 2");
    }

    @Test
    void the_frames_of_a_dropped_bundle_are_counted_one_by_one() {
        queue.add(new Voice(false, 5, Voice.Duration.MILLIS_20, 1, 3, 0, bundled()), 0);
        queue.dropStale(401 * MILLIS);
        assertThat(queue.dropped()).isEqualTo(3);
    }

    @Test
    void what_is_hopeless_is_dropped_fresh_or_not() {
        Voice fresh = voice(1, 0);
        queue.add(fresh, 0);
        queue.add(voice(2, 0), 0);
        queue.dropAll();
        assertThat(queue.isEmpty()).isTrue();
        assertThat(queue.dropped()).isEqualTo(2);
        assertThat(fresh.payload().refCnt()).isZero();
    }

    /** All that waits: speakers and the ticks of the frames. */
    private List<String> bundles(int max, long now) {
        List<String> bundles = new ArrayList<>();
        for (VoiceQueue.Entry entry = queue.poll(max, now); entry != null; entry = queue.poll(max, now)) {
            List<String> ticks = new ArrayList<>();
            for (Voice single : entry.voice().singles()) {
                ticks.add(String.valueOf(single.tick()));
                single.release();
            }
            int speaker = entry.voice().speaker();
            bundles.add(speaker + ": " + String.join(" ", ticks));
        }
        return bundles;
    }

    private static Voice voice(int speaker, int tick) {
        return new Voice(false, 5, Voice.Duration.MILLIS_20, speaker, 1, tick, Peer.data(40));
    }

    /** Three frames of 2, 3 and 5 bytes. */
    private static ByteBuf bundled() {
        return Peer.data(10).clear().writeByte(2).writeByte(3).writeZero(10);
    }
}
