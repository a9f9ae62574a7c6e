package io.pinhole.protocol.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pinhole.protocol.frame.Feedback;
import io.pinhole.protocol.link.Pacing.Written;
import io.pinhole.protocol.link.Timetable.Waiting;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PacingTest {

    private static final double NEVER = Double.POSITIVE_INFINITY;
    private static final Waiting NOTHING = new Waiting(false, false, false, NEVER, false);
    private static final Waiting VOICE = new Waiting(false, true, false, NEVER, false);

    /** Of a record so far. */
    private static final int STAMP = 3;

    private static final int PHOTO_ROOM = Pacing.RECORD_BYTES - STAMP - Pacing.CHUNK_HEADER_BYTES;

    private boolean held;
    private final Pacing pacing = new Pacing(() -> held);
    private int record = -1;

    @Test
    void on_a_slow_line_a_piece_fills_the_queue_up_to_its_target_at_the_next_flush() {
        know(10);
        assertThat(photoDue(1000)).isTrue();
        // the target of 20 ms and the tick of 80 ms
        assertThat(pacing.chunkBytes(STAMP, 1000)).isEqualTo(10 * 100 - STAMP - 74 - 5);
        write(1000 - 74, 900, 1000);
        assertThat(photoDue(1079)).isFalse();
        assertThat(pacing.wakeAt()).isEqualTo(1079.95);
        assertThat(photoDue(1080)).isTrue();
        assertThat(pacing.chunkBytes(STAMP, 1080)).isEqualTo(10 * (100 - 20) - STAMP - 74 - 5);
        assertThat(pacing.chunkBytes(STAMP + 400, 1080)).isEqualTo(10 * (100 - 20) - STAMP - 400 - 74 - 5);
    }

    @Test
    void on_a_fast_line_a_full_piece_goes_when_the_queue_is_down_to_its_target() {
        know(50);
        assertThat(photoDue(1000)).isTrue();
        assertThat(pacing.chunkBytes(STAMP, 1000)).isEqualTo(PHOTO_ROOM);
        write(1426, 1400, 1000); // 30 ms
        assertThat(photoDue(1009)).isFalse();
        assertThat(pacing.wakeAt()).isCloseTo(1009.95, within(1e-6));
        assertThat(photoDue(1010)).isTrue();
        // a full record takes 28 ms
        assertThat(pacing.chunkBytes(STAMP, 1010)).isEqualTo(50 * (20 + 28 - 20) - STAMP - 74 - 5);
    }

    @Test
    void the_faster_the_line_the_smaller_the_target_but_never_below_8_ms() {
        know(200);
        assertThat(photoDue(1000)).isTrue();
        write(200 * 30 - 74, 1400, 1000);
        assertThat(photoDue(1019)).isFalse();
        assertThat(pacing.wakeAt()).isCloseTo(1019.95, within(1e-6));
        know(400);
        assertThat(photoDue(3000)).isTrue();
        write(400 * 30 - 74, 1400, 3000);
        assertThat(photoDue(3021)).isFalse();
        assertThat(pacing.wakeAt()).isCloseTo(3021.95, within(1e-6));
    }

    @Test
    void a_few_bytes_of_a_photo_go_every_half_second_whatever_the_queue() {
        know(10);
        photoDue(1000);
        writeQuietly(10_000, 100, 1000);
        photoDue(1500);
        assertThat(pacing.chunkBytes(STAMP, 1500)).isZero();
        photoDue(1501);
        assertThat(pacing.chunkBytes(STAMP, 1501)).isEqualTo(64);
        writeQuietly(70, 64, 1501);
        photoDue(1600);
        assertThat(pacing.chunkBytes(STAMP, 1600)).isZero();
    }

    @Test
    void fewer_bytes_than_48_are_not_worth_a_header() {
        know(10);
        photoDue(1000);
        write(10, 10, 1000);
        double queue = pacing.line().queue(1000);
        assertThat(pacing.chunkBytes(1000 - 74 - 5 - 48 - (int) (10 * queue), 1000))
                .isEqualTo(48);
        assertThat(pacing.chunkBytes(1000 - 74 - 5 - 47 - (int) (10 * queue), 1000))
                .isZero();
    }

    @Test
    void without_a_photo_there_is_no_piece() {
        know(10);
        pacing.isDue(VOICE, false, 1000);
        assertThat(pacing.chunkBytes(STAMP, 1000)).isZero();
    }

    @Test
    void a_photo_stops_at_the_window_though_the_queue_is_short() {
        know(10);
        int most = pacing.window().bytes();
        assertThat(most).isEqualTo(10 * (75 + 60 + 200 + 100));
        int sent = 0;
        double now = 1000;
        for (; photoDue(now) && sent < 2 * most; now += 1000) {
            int chunk = pacing.chunkBytes(STAMP, now);
            sent += chunk;
            writeQuietly(STAMP + 5 + chunk, chunk, now);
        }
        assertThat(sent).isEqualTo(most);
        assertThat(pacing.onFeedback(new Feedback(record, 0, 0, 100, Feedback.UNCHANGED), now))
                .isTrue();
        assertThat(photoDue(now)).isTrue();
        assertThat(pacing.chunkBytes(STAMP, now)).isEqualTo(pacing.window().room());
    }

    @Test
    void feedback_for_more_than_was_sent_is_false() {
        write(500, 400, 0);
        assertThat(pacing.onFeedback(new Feedback(0, 0, 0, 401, Feedback.UNCHANGED), 100))
                .isFalse();
        assertThat(pacing.onFeedback(new Feedback(0, 0, 0, 400, Feedback.UNCHANGED), 100))
                .isTrue();
    }

    @Test
    void on_a_line_of_plenty_the_window_alone_holds_a_photo_up_and_doubles_once_a_round_trip() {
        know(1000);
        int first = pacing.window().bytes();
        assertThat(sendAllAt(1000)).isEqualTo(2 * first);
        assertThat(sendAllAt(1010)).isZero();
        assertThat(sendAllAt(1051)).isEqualTo(2 * first);
    }

    @Test
    void nothing_of_a_photo_goes_while_the_kernel_holds_bytes_back() {
        know(10);
        held = true;
        assertThat(photoDue(1000)).isFalse();
        assertThat(pacing.wakeAt()).isEqualTo(1010);
        assertThat(pacing.chunkBytes(STAMP, 1000)).isZero();
        assertThat(pacing.isDue(VOICE, true, 1000)).isTrue();
        held = false;
        assertThat(photoDue(1010)).isTrue();
    }

    @Test
    void on_a_line_of_plenty_the_kernel_is_not_asked() {
        know(1000);
        held = true;
        assertThat(photoDue(1000)).isTrue();
        assertThat(pacing.chunkBytes(STAMP, 1000)).isEqualTo(PHOTO_ROOM);
    }

    @Test
    void on_a_stalled_line_neither_voice_nor_photos_are_due() {
        know(10);
        pacing.onWritten(new Written(100, true, true, 0), 1000);
        record++;
        assertThat(pacing.isDue(VOICE, true, 1500)).isTrue();
        assertThat(pacing.isStalled()).isFalse();
        assertThat(pacing.isDue(VOICE, true, 1501)).isFalse();
        assertThat(pacing.isStalled()).isTrue();
        assertThat(pacing.chunkBytes(STAMP, 1501)).isZero();
        assertThat(pacing.isDue(new Waiting(true, true, true, NEVER, false), true, 1501))
                .isTrue();
        pacing.onFeedback(new Feedback(record, 0, 0, 0, Feedback.UNCHANGED), 1600);
        assertThat(pacing.isDue(VOICE, true, 1600)).isTrue();
    }

    @Test
    void a_line_that_was_not_empty_for_thirty_seconds_is_let_run_dry_for_a_tick() {
        know(10); // empty at 50
        assertThat(photoDue(30_050)).isTrue();
        assertThat(photoDue(30_051)).isFalse();
        assertThat(pacing.wakeAt()).isEqualTo(30_051 + 80);
        assertThat(photoDue(30_131)).isTrue();
        assertThat(photoDue(32_051)).isTrue();
        assertThat(photoDue(32_052)).isFalse();
    }

    @Test
    void two_packets_in_place_of_one_measure_the_line_at_first_and_every_sixteenth_time() {
        know(10);
        photoDue(1000);
        List<Integer> pairs = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            if (pacing.isPair(150)) {
                pairs.add(i);
            }
        }
        assertThat(pairs).containsExactly(0, 1, 2, 16, 32);
    }

    @Test
    void after_a_second_without_photos_the_line_is_measured_anew() {
        know(10);
        photoDue(1000);
        for (int i = 0; i < 4; i++) {
            pacing.isPair(150);
        }
        photoDue(2000);
        assertThat(pacing.isPair(150)).isFalse();
        photoDue(3001);
        assertThat(pacing.isPair(150)).isTrue();
    }

    @Test
    void the_second_of_a_pair_is_due_right_behind_the_first() {
        know(10);
        photoDue(1000);
        assertThat(pacing.isPair(150)).isTrue();
        write(100, 0, 1000);
        assertThat(photoDue(1000)).isTrue();
        assertThat(photoDue(1000)).isFalse();
    }

    @Test
    void a_small_piece_measures_nothing_and_a_line_of_plenty_needs_no_measuring() {
        know(10);
        photoDue(1000);
        assertThat(pacing.isPair(149)).isFalse();
        know(1000);
        assertThat(pacing.isPair(1000)).isFalse();
    }

    @Test
    void while_no_photo_moves_voice_measures_the_line_every_five_seconds() {
        know(10);
        pacing.isDue(VOICE, false, 1000);
        assertThat(pacing.isVoicePair(1, 1000)).isFalse();
        for (int i = 0; i < 3; i++) {
            assertThat(pacing.isVoicePair(3, 1000)).isTrue();
            assertThat(pacing.isDue(NOTHING, false, 1000)).isTrue();
        }
        assertThat(pacing.isVoicePair(3, 6000)).isFalse();
        assertThat(pacing.isVoicePair(3, 6001)).isTrue();
    }

    @Test
    void voice_does_not_measure_the_line_while_photos_do_or_where_there_are_no_bundles() {
        know(10);
        photoDue(1000);
        assertThat(pacing.isVoicePair(3, 2000)).isFalse();
        know(100);
        pacing.isDue(VOICE, false, 4000);
        assertThat(pacing.isVoicePair(3, 4000)).isFalse();
    }

    @Test
    void a_flush_of_voice_is_slower_for_a_second_after_the_last_photo() {
        know(10);
        pacing.isDue(VOICE, true, 1000);
        assertThat(pacing.tick()).isEqualTo(80);
        pacing.isDue(VOICE, false, 1999);
        assertThat(pacing.tick()).isEqualTo(80);
        pacing.isDue(VOICE, false, 2000);
        assertThat(pacing.tick()).isEqualTo(60);
        pacing.onSpoken(2000, 40);
        pacing.isDue(VOICE, false, 2000);
        assertThat(pacing.tick()).isEqualTo(80);
    }

    @Test
    void voice_before_a_queue_of_our_own_of_400_ms_is_hopeless_for_a_moment() {
        know(10);
        writeQuietly(3800, 0, 1000);
        assertThat(pacing.isHopeless(1000)).isFalse();
        writeQuietly(100, 0, 1000); // 405 ms
        assertThat(pacing.isHopeless(1000)).isTrue();
        assertThat(pacing.isHopeless(1200)).isFalse();
        writeQuietly(20_000, 0, 1200); // 2200 ms
        assertThat(pacing.isHopeless(2499)).isTrue();
        assertThat(pacing.isHopeless(2500)).isFalse();
        assertThat(pacing.isHopeless(3300)).isFalse(); // 112 ms
        writeQuietly(10_000, 0, 3300);
        assertThat(pacing.isHopeless(3300)).isTrue();
    }

    @Test
    void voice_is_not_hopeless_on_a_line_that_nobody_knows() {
        write(10_000, 0, 0);
        assertThat(pacing.isHopeless(0)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1, 192", "3.84, 192", "10, 500", "27.2, 1360", "40, 1400", "1000, 1400"})
    void a_piece_holds_the_line_for_50_ms(double rate, int bytes) {
        know(rate);
        assertThat(pacing.pieceBytes()).isEqualTo(bytes);
    }

    @Test
    void deltas_leave_a_quarter_of_a_record_to_photos_and_all_of_it_to_nobody() {
        know(10);
        pacing.isDue(VOICE, false, 1000); // a tick of 60 ms
        assertThat(pacing.deltaBytes(STAMP, 1000)).isEqualTo(10 * 80 - STAMP - 74);
        photoDue(1000); // of 80 ms
        assertThat(pacing.deltaBytes(STAMP, 1000)).isEqualTo((int) (0.75 * (10 * 100 - STAMP - 74)));
    }

    @Test
    void deltas_get_two_hundred_bytes_whatever_the_queue_and_no_more_than_a_record_has() {
        know(10);
        write(5000, 0, 1000);
        assertThat(pacing.deltaBytes(STAMP, 1000)).isEqualTo(200);
        assertThat(pacing.deltaBytes(1300, 1000)).isEqualTo(100);
        know(1000);
        assertThat(pacing.deltaBytes(STAMP, 2000)).isEqualTo(1397);
    }

    @Test
    void if_there_was_nothing_to_write_after_all_it_asks_again_soon() {
        pacing.isDue(NOTHING, false, 100);
        assertThat(pacing.wakeAt()).isEqualTo(NEVER);
        pacing.onNothing(100);
        assertThat(pacing.wakeAt()).isEqualTo(105);
    }

    /** A line of so many bytes a millisecond, 50 ms long, and empty. */
    private void know(double rate) {
        double now = record < 0 ? 0 : 2000 * record;
        write(0, 0, now);
        int capacity = (int) Math.round(rate * 1000 / Feedback.RATE_UNIT);
        pacing.onFeedback(new Feedback(record, 0, 0, 0, capacity), now + 50);
    }

    private boolean photoDue(double now) {
        return pacing.isDue(NOTHING, true, now);
    }

    private void write(int bytes, int photoBytes, double now) {
        pacing.onWritten(new Written(bytes, true, false, photoBytes), now);
        record++;
    }

    /** Asks for no answer, so that nothing stalls. */
    private void writeQuietly(int bytes, int photoBytes, double now) {
        pacing.onWritten(new Written(bytes, false, false, photoBytes), now);
        record++;
    }

    private int sendAllAt(double now) {
        int sent = 0;
        while (photoDue(now) && sent < BulkWindow.MOST_BYTES) {
            int chunk = pacing.chunkBytes(STAMP, now);
            sent += chunk;
            write(STAMP + 5 + chunk, chunk, now);
        }
        return sent;
    }
}
