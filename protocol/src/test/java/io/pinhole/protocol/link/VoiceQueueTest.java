package io.pinhole.protocol.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.Voice;
import org.junit.jupiter.api.Test;

final class VoiceQueueTest {

    private static final long MILLIS = 1_000_000;

    private final VoiceQueue queue = new VoiceQueue();

    @Test
    void voice_leaves_in_the_order_in_which_it_came() {
        queue.add(Peer.voice(1), 0);
        queue.add(Peer.voice(2), 0);
        assertThat(tick(0)).isEqualTo(1);
        assertThat(tick(0)).isEqualTo(2);
        assertThat(queue.isEmpty()).isTrue();
    }

    @Test
    void voice_of_400_ms_is_still_sent() {
        queue.add(Peer.voice(1), 0);
        assertThat(tick(400 * MILLIS)).isEqualTo(1);
    }

    @Test
    void stale_voice_is_dropped_and_given_back() {
        Voice stale = Peer.voice(1);
        queue.add(stale, 0);
        queue.add(Peer.voice(2), 20 * MILLIS);
        assertThat(tick(401 * MILLIS)).isEqualTo(2);
        assertThat(stale.payload().refCnt()).isZero();
        assertThat(queue.dropped()).isOne();
    }

    @Test
    void age_is_right_when_the_clock_passes_its_largest_value() {
        queue.add(Peer.voice(1), Long.MAX_VALUE);
        assertThat(tick(Long.MAX_VALUE + 100 * MILLIS)).isEqualTo(1);
        queue.add(Peer.voice(2), Long.MAX_VALUE);
        assertThat(queue.poll(Long.MAX_VALUE + 401 * MILLIS)).isNull();
    }

    @Test
    void too_much_voice_drops_the_oldest() {
        for (int i = 0; i <= VoiceQueue.MAX_FRAMES; i++) {
            queue.add(Peer.voice(i), 0);
        }
        assertThat(tick(0)).isEqualTo(1);
        assertThat(queue.dropped()).isOne();
    }

    @Test
    void the_frames_of_a_dropped_bundle_are_counted_one_by_one() {
        Voice bundle = new Voice(false, 5, Voice.Duration.MILLIS_20, 1, 3, 0, Peer.data(40));
        queue.add(bundle, 0);
        queue.dropStale(401 * MILLIS);
        assertThat(queue.dropped()).isEqualTo(3);
    }

    @Test
    void what_still_waits_is_given_back_in_the_end() {
        Voice voice = Peer.voice(1);
        queue.add(voice, 0);
        queue.clear();
        assertThat(voice.payload().refCnt()).isZero();
        assertThat(queue.isEmpty()).isTrue();
    }

    private int tick(long now) {
        return queue.poll(now).voice().tick();
    }
}
