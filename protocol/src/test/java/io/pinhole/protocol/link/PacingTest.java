package io.pinhole.protocol.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pinhole.protocol.frame.Feedback;
import io.pinhole.protocol.link.Timetable.Waiting;
import org.junit.jupiter.api.Test;

/** How much of a photo and of deltas goes, and when; voice and measuring: {@link PacingVoiceTest}. */
final class PacingTest {

    private static final Waiting VOICE = PacedLine.VOICE;

    /** Bytes of a record so far. */
    private static final int STAMP = PacedLine.STAMP;

    private static final int PHOTO_ROOM = Pacing.RECORD_BYTES - STAMP - Filling.CHUNK_HEADER_BYTES;

    private final PacedLine line = new PacedLine();

    @Test
    void on_a_slow_line_a_piece_fills_the_queue_up_to_its_target_at_the_next_flush() {
        line.know(10);
        assertThat(line.photoDue(1000)).isTrue();
        // the target of 20 ms and the tick of 80 ms
        assertThat(line.pacing().chunkBytes(STAMP, 1000)).isEqualTo(10 * 100 - STAMP - 74 - 5);
        line.write(1000 - 74, 900, 1000);
        assertThat(line.photoDue(1079)).isFalse();
        assertThat(line.pacing().wakeAt()).isEqualTo(1079.95);
        assertThat(line.photoDue(1080)).isTrue();
        assertThat(line.pacing().chunkBytes(STAMP, 1080)).isEqualTo(10 * (100 - 20) - STAMP - 74 - 5);
        assertThat(line.pacing().chunkBytes(STAMP + 400, 1080)).isEqualTo(10 * (100 - 20) - STAMP - 400 - 74 - 5);
    }

    @Test
    void on_a_fast_line_a_full_piece_goes_when_the_queue_is_down_to_its_target() {
        line.know(50);
        assertThat(line.photoDue(1000)).isTrue();
        assertThat(line.pacing().chunkBytes(STAMP, 1000)).isEqualTo(PHOTO_ROOM);
        line.write(1426, 1400, 1000); // 30 ms
        assertThat(line.photoDue(1009)).isFalse();
        assertThat(line.pacing().wakeAt()).isCloseTo(1009.95, within(1e-6));
        assertThat(line.photoDue(1010)).isTrue();
        // a full record takes 28 ms
        assertThat(line.pacing().chunkBytes(STAMP, 1010)).isEqualTo(50 * (20 + 28 - 20) - STAMP - 74 - 5);
    }

    @Test
    void the_faster_the_line_the_smaller_the_target_but_never_below_8_ms() {
        line.know(200);
        assertThat(line.photoDue(1000)).isTrue();
        line.write(200 * 30 - 74, 1400, 1000);
        assertThat(line.photoDue(1019)).isFalse();
        assertThat(line.pacing().wakeAt()).isCloseTo(1019.95, within(1e-6));
        line.know(400);
        assertThat(line.photoDue(3000)).isTrue();
        line.write(400 * 30 - 74, 1400, 3000);
        assertThat(line.photoDue(3021)).isFalse();
        assertThat(line.pacing().wakeAt()).isCloseTo(3021.95, within(1e-6));
    }

    @Test
    void a_few_bytes_of_a_photo_go_every_half_second_whatever_the_queue() {
        line.know(10);
        line.photoDue(1000);
        line.writeQuietly(10_000, 100, 1000);
        line.photoDue(1500);
        assertThat(line.pacing().chunkBytes(STAMP, 1500)).isZero();
        line.photoDue(1501);
        assertThat(line.pacing().chunkBytes(STAMP, 1501)).isEqualTo(64);
        line.writeQuietly(70, 64, 1501);
        line.photoDue(1600);
        assertThat(line.pacing().chunkBytes(STAMP, 1600)).isZero();
    }

    @Test
    void fewer_bytes_than_48_are_not_worth_a_header() {
        line.know(10);
        line.photoDue(1000);
        line.write(10, 10, 1000);
        double queue = line.pacing().line().queue(1000);
        assertThat(line.pacing().chunkBytes(1000 - 74 - 5 - 48 - (int) (10 * queue), 1000))
                .isEqualTo(48);
        assertThat(line.pacing().chunkBytes(1000 - 74 - 5 - 47 - (int) (10 * queue), 1000))
                .isZero();
    }

    @Test
    void without_a_photo_there_is_no_piece() {
        line.know(10);
        line.pacing().isDue(VOICE, false, 1000);
        assertThat(line.pacing().chunkBytes(STAMP, 1000)).isZero();
    }

    @Test
    void a_photo_stops_at_the_window_though_the_queue_is_short() {
        line.know(8);
        int most = line.pacing().window().bytes();
        assertThat(most).isEqualTo(8 * (75 + 60 + 200 + 100));
        int sent = 0;
        double now = 1000;
        for (; line.photoDue(now) && sent < 2 * most; now += 1000) {
            int chunk = line.pacing().chunkBytes(STAMP, now);
            sent += chunk;
            line.writeQuietly(STAMP + Filling.CHUNK_HEADER_BYTES + chunk, chunk, now);
        }
        assertThat(sent).isEqualTo(most);
        assertThat(line.pacing().onFeedback(new Feedback(line.last(), 0, 0, 100, Feedback.UNCHANGED), now))
                .isTrue();
        assertThat(line.photoDue(now)).isTrue();
        assertThat(line.pacing().chunkBytes(STAMP, now))
                .isEqualTo(line.pacing().window().room());
    }

    @Test
    void feedback_for_more_than_was_sent_is_false() {
        line.write(500, 400, 0);
        assertThat(line.pacing().onFeedback(new Feedback(0, 0, 0, 401, Feedback.UNCHANGED), 100))
                .isFalse();
        assertThat(line.pacing().onFeedback(new Feedback(0, 0, 0, 400, Feedback.UNCHANGED), 100))
                .isTrue();
    }

    @Test
    void on_a_line_of_plenty_the_window_alone_holds_a_photo_up_and_doubles_with_each_that_was_received() {
        line.know(1000);
        int first = line.pacing().window().bytes();
        assertThat(line.sendAllAt(1000)).isEqualTo(first);
        line.answer(1100, first - 1);
        assertThat(line.sendAllAt(1100)).isLessThan(first);
        line.answer(1101, first);
        assertThat(line.pacing().window().bytes()).isEqualTo(2 * first);
        assertThat(line.sendAllAt(1101)).isBetween(first, first + 1);
    }

    @Test
    void nothing_of_a_photo_goes_while_the_kernel_holds_bytes_back() {
        line.know(10);
        line.hold(true);
        assertThat(line.photoDue(1000)).isFalse();
        assertThat(line.pacing().wakeAt()).isEqualTo(1010);
        assertThat(line.pacing().chunkBytes(STAMP, 1000)).isZero();
        assertThat(line.pacing().isDue(VOICE, true, 1000)).isTrue();
        line.hold(false);
        assertThat(line.photoDue(1010)).isTrue();
    }

    @Test
    void on_a_line_of_plenty_the_kernel_is_not_asked() {
        line.know(1000);
        line.hold(true);
        assertThat(line.photoDue(1000)).isTrue();
        assertThat(line.pacing().chunkBytes(STAMP, 1000)).isEqualTo(PHOTO_ROOM);
    }

    @Test
    void a_line_that_was_not_empty_for_thirty_seconds_is_let_run_dry_for_a_tick() {
        line.know(10); // empty at 50
        assertThat(line.photoDue(30_050)).isTrue();
        assertThat(line.photoDue(30_051)).isFalse();
        assertThat(line.pacing().wakeAt()).isEqualTo(30_051 + 80);
        assertThat(line.photoDue(30_131)).isTrue();
        assertThat(line.photoDue(32_051)).isTrue();
        assertThat(line.photoDue(32_052)).isFalse();
    }

    @Test
    void deltas_leave_a_quarter_of_a_record_to_photos_and_all_of_it_to_nobody() {
        line.know(10);
        line.pacing().isDue(VOICE, false, 1000); // a tick of 60 ms
        assertThat(line.pacing().deltaBytes(STAMP, 1000)).isEqualTo(10 * 80 - STAMP - 74);
        line.photoDue(1000); // of 80 ms
        assertThat(line.pacing().deltaBytes(STAMP, 1000)).isEqualTo((int) (0.75 * (10 * 100 - STAMP - 74)));
    }

    @Test
    void deltas_get_two_hundred_bytes_whatever_the_queue_and_no_more_than_a_record_has() {
        line.know(10);
        line.write(5000, 0, 1000);
        assertThat(line.pacing().deltaBytes(STAMP, 1000)).isEqualTo(200);
        assertThat(line.pacing().deltaBytes(1300, 1000)).isEqualTo(100);
        line.know(1000);
        assertThat(line.pacing().deltaBytes(STAMP, 2000)).isEqualTo(1396);
    }
}
