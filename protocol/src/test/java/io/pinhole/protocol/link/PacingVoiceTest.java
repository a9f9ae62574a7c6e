package io.pinhole.protocol.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.Feedback;
import io.pinhole.protocol.link.Pacing.Written;
import io.pinhole.protocol.link.Timetable.Control;
import io.pinhole.protocol.link.Timetable.Waiting;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tempo of voice, when it stays, and how the line is measured. */
final class PacingVoiceTest {

    private static final double NEVER = Double.POSITIVE_INFINITY;
    private static final Waiting NOTHING = PacedLine.NOTHING;
    private static final Waiting VOICE = PacedLine.VOICE;

    private final PacedLine line = new PacedLine();

    @Test
    void on_a_stalled_line_neither_voice_nor_photos_are_due() {
        line.know(10);
        line.pacing().onWritten(new Written(100, true, true, 0), 1000);
        assertThat(line.pacing().isDue(VOICE, true, 1500)).isTrue();
        assertThat(line.pacing().isStalled()).isFalse();
        assertThat(line.pacing().isDue(VOICE, true, 1501)).isFalse();
        assertThat(line.pacing().isStalled()).isTrue();
        assertThat(line.pacing().chunkBytes(PacedLine.STAMP, 1501)).isZero();
        assertThat(line.pacing().isDue(new Waiting(Control.PRESSING, true, true, NEVER, false), true, 1501))
                .isTrue();
        line.pacing().onFeedback(new Feedback(line.last(), 0, 0, 0, Feedback.UNCHANGED), 1600);
        assertThat(line.pacing().isDue(VOICE, true, 1600)).isTrue();
    }

    @Test
    void two_packets_in_place_of_one_measure_the_line_at_first_and_every_sixteenth_time() {
        line.know(10);
        line.photoDue(1000);
        List<Integer> pairs = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            if (line.pacing().isPair(150, 1000)) {
                pairs.add(i);
            }
        }
        assertThat(pairs).containsExactly(0, 1, 2, 16, 32);
    }

    @Test
    void after_a_second_without_photos_the_line_is_measured_anew() {
        line.know(10);
        line.photoDue(1000);
        for (int i = 0; i < 4; i++) {
            line.pacing().isPair(150, 1000);
        }
        line.photoDue(2000);
        assertThat(line.pacing().isPair(150, 2000)).isFalse();
        line.photoDue(3001);
        assertThat(line.pacing().isPair(150, 3001)).isTrue();
    }

    @Test
    void the_second_of_a_pair_is_due_right_behind_the_first() {
        line.know(10);
        line.photoDue(1000);
        assertThat(line.pacing().isPair(150, 1000)).isTrue();
        line.write(100, 0, 1000);
        assertThat(line.photoDue(1000)).isTrue();
        assertThat(line.photoDue(1000)).isFalse();
    }

    @Test
    void a_small_piece_measures_nothing_and_a_line_of_plenty_needs_no_measuring() {
        line.know(10);
        line.photoDue(1000);
        assertThat(line.pacing().isPair(149, 1000)).isFalse();
        line.know(1000);
        assertThat(line.pacing().isPair(1000, 1000)).isFalse();
    }

    @Test
    void while_no_photo_moves_voice_measures_the_line_every_five_seconds() {
        line.know(10);
        line.pacing().isDue(VOICE, false, 1000);
        assertThat(line.pacing().isVoicePair(1, 1000)).isFalse();
        for (int i = 0; i < 3; i++) {
            assertThat(line.pacing().isVoicePair(3, 1000)).isTrue();
            assertThat(line.pacing().isDue(NOTHING, false, 1000)).isTrue();
        }
        assertThat(line.pacing().isVoicePair(3, 6000)).isFalse();
        assertThat(line.pacing().isVoicePair(3, 6001)).isTrue();
    }

    @Test
    void voice_does_not_measure_the_line_while_photos_do_or_where_there_are_no_bundles() {
        line.know(10);
        line.photoDue(1000);
        assertThat(line.pacing().isVoicePair(3, 2000)).isFalse();
        line.know(100);
        line.pacing().isDue(VOICE, false, 4000);
        assertThat(line.pacing().isVoicePair(3, 4000)).isFalse();
    }

    @Test
    void voice_measures_the_line_once_a_second_while_a_photo_waits_whose_pieces_are_too_small_to() {
        for (int now = 1000; now <= 5000; now += 500) {
            line.photoDue(now);
            assertThat(line.pacing().isPair(64, now)).isFalse();
            boolean isOwed = now > 2000 && now <= 3500;
            assertThat(line.pacing().isVoicePair(3, now)).as("at %d", now).isEqualTo(isOwed || now == 5000);
        }
        line.photoDue(5000); // behind the first of a pair
        assertThat(line.pacing().isPair(150, 5000)).isFalse();
        line.photoDue(6000);
        assertThat(line.pacing().isVoicePair(3, 6000)).isFalse();
        line.photoDue(6001);
        assertThat(line.pacing().isVoicePair(3, 6001)).isTrue();
    }

    @Test
    void voice_measures_nothing_beside_photos_on_a_line_of_plenty() {
        line.know(1000);
        line.pacing().onSpoken(1000, 10);
        line.photoDue(1000);
        line.photoDue(2500);
        assertThat(line.pacing().isVoicePair(3, 2500)).isFalse();
        line.pacing().isDue(VOICE, false, 3501);
        assertThat(line.pacing().isVoicePair(3, 3501)).isTrue();
    }

    @Test
    void a_flush_of_voice_is_slower_for_a_second_after_the_last_photo() {
        line.know(10);
        line.pacing().isDue(VOICE, true, 1000);
        assertThat(line.pacing().tick()).isEqualTo(80);
        line.pacing().isDue(VOICE, false, 1999);
        assertThat(line.pacing().tick()).isEqualTo(80);
        line.pacing().isDue(VOICE, false, 2000);
        assertThat(line.pacing().tick()).isEqualTo(60);
        line.pacing().onSpoken(2000, 40);
        line.pacing().isDue(VOICE, false, 2000);
        assertThat(line.pacing().tick()).isEqualTo(80);
    }

    @Test
    void voice_before_a_queue_of_our_own_of_400_ms_is_hopeless_for_a_moment() {
        line.know(10);
        line.write(0, 0, 700); // not answered
        line.writeQuietly(3800, 0, 1000);
        assertThat(line.pacing().isHopeless(1000)).isFalse();
        line.writeQuietly(100, 0, 1000); // 405 ms
        assertThat(line.pacing().isHopeless(1000)).isTrue();
        assertThat(line.pacing().isHopeless(1200)).isFalse();
        line.writeQuietly(20_000, 0, 1200); // 2200 ms
        assertThat(line.pacing().isHopeless(2499)).isTrue();
        assertThat(line.pacing().isHopeless(2500)).isFalse();
        assertThat(line.pacing().isHopeless(3300)).isFalse(); // 112 ms
        line.writeQuietly(10_000, 0, 3300);
        assertThat(line.pacing().isHopeless(3300)).isTrue();
    }

    @Test
    void voice_is_not_hopeless_as_long_as_answers_come_in_time() {
        line.know(10);
        line.write(0, 0, 751);
        line.writeQuietly(10_000, 0, 1000);
        assertThat(line.pacing().isHopeless(1000)).isFalse();
        assertThat(line.pacing().isHopeless(1001)).isTrue();
    }

    @Test
    void voice_is_not_hopeless_on_a_line_that_nobody_knows() {
        line.write(10_000, 0, 0);
        assertThat(line.pacing().isHopeless(0)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1, 192", "3.84, 192", "10, 500", "27.2, 1360", "40, 1400", "1000, 1400"})
    void a_piece_holds_the_line_for_50_ms(double rate, int bytes) {
        line.know(rate);
        assertThat(line.pacing().pieceBytes()).isEqualTo(bytes);
    }

    @Test
    void if_there_was_nothing_to_write_after_all_it_asks_again_soon() {
        line.pacing().isDue(NOTHING, false, 100);
        assertThat(line.pacing().wakeAt()).isEqualTo(NEVER);
        line.pacing().onNothing(100);
        assertThat(line.pacing().wakeAt()).isEqualTo(105);
    }
}
