package io.pinhole.protocol.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pinhole.protocol.frame.Feedback;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class LineModelTest {

    private static final Offset<Double> EXACTLY = within(1e-9);
    private static final double TICK = 60;
    private static final int TEN_BYTES_A_MILLISECOND = 625;

    private final LineModel line = new LineModel();
    private int record = -1;

    @Test
    void a_line_that_nobody_knows_is_taken_for_one_of_24_kbit() {
        assertThat(line.rate()).isEqualTo(3);
        assertThat(line.measured()).isZero();
        assertThat(line.isKnown()).isFalse();
        assertThat(line.isPlenty()).isFalse();
    }

    @Test
    void until_it_is_measured_the_rate_doubles_once_a_round_trip_while_the_queue_stays_empty() {
        limited(0);
        answer(100, 0);
        assertThat(line.rate()).isEqualTo(6);
        limited(100);
        answer(200, 0);
        assertThat(line.rate()).isEqualTo(6);
        limited(101);
        answer(201, 0);
        assertThat(line.rate()).isEqualTo(12);
    }

    @Test
    void a_line_that_is_not_kept_busy_shows_nothing() {
        send(0, 100);
        answer(100, 0);
        assertThat(line.rate()).isEqualTo(3);
    }

    @Test
    void until_it_is_measured_the_rate_falls_while_there_is_a_queue_but_not_below_12_kbit() {
        limited(0);
        answer(100, 15.5);
        assertThat(line.rate()).isCloseTo(2.1, EXACTLY);
        limited(200);
        answer(300, 15.5);
        assertThat(line.rate()).isEqualTo(1.5);
    }

    @Test
    void what_the_far_end_measured_is_the_rate() {
        send(0, 100);
        answer(100, 0, TEN_BYTES_A_MILLISECOND);
        assertThat(line.rate()).isEqualTo(10);
        assertThat(line.isKnown()).isTrue();
        limited(200);
        answer(300, 0);
        assertThat(line.rate()).isEqualTo(10);
        send(400, 100);
        answer(500, 0, 0);
        assertThat(line.measured()).isEqualTo(10);
    }

    @Test
    void a_line_of_8_mbit_is_plenty() {
        send(0, 100);
        answer(100, 0, 62_499);
        assertThat(line.isPlenty()).isFalse();
        send(200, 100);
        answer(300, 0, 62_500);
        assertThat(line.isPlenty()).isTrue();
    }

    @Test
    void records_that_waited_longer_than_was_thought_make_the_rate_less_if_the_line_was_busy() {
        send(0, 100);
        answer(100, 0, TEN_BYTES_A_MILLISECOND);
        send(1000, 100);
        answer(1100, 16);
        assertThat(line.rate()).isEqualTo(10);
        limited(2000);
        answer(2100, 16);
        // the median of one error, by a round trip and a tick: 0.15 * 16 / 160
        assertThat(line.rate()).isCloseTo(10 * (1 - 0.015), EXACTLY);
    }

    @Test
    void a_record_without_a_known_delay_corrects_nothing() {
        send(0, 100);
        answer(100, 0, TEN_BYTES_A_MILLISECOND);
        limited(1000);
        double queue = line.queue(1000);
        line.onFeedback(new Feedback(record, 0, Feedback.UNKNOWN, 0, Feedback.UNCHANGED), 1100, TICK);
        assertThat(line.rate()).isEqualTo(10);
        assertThat(line.queue(1000)).isEqualTo(queue);
        assertThat(line.waitedForAnswer(1200)).isZero();
    }

    @Test
    void the_queue_is_what_was_sent_and_half_of_what_was_reported() {
        send(0, 100);
        answer(100, 0, TEN_BYTES_A_MILLISECOND);
        send(1000, 500);
        assertThat(line.queue(1000)).isCloseTo(50, EXACTLY);
        assertThat(line.queue(1030)).isCloseTo(20, EXACTLY);
        answer(1030, 60);
        assertThat(line.queue(1030)).isCloseTo(20 + 30, EXACTLY);
        assertThat(line.reportedQueue()).isEqualTo(60);
    }

    @Test
    void a_round_trip_is_what_the_answer_took_but_for_what_it_was_held() {
        send(0, 100);
        line.onFeedback(new Feedback(record, 30, 0, 0, Feedback.UNCHANGED), 110, TICK);
        assertThat(line.roundTrip()).isEqualTo(80);
    }

    @Test
    void an_answer_that_was_held_for_longer_than_its_field_says_nothing_of_the_round_trip() {
        send(0, 100);
        line.onFeedback(new Feedback(record, Feedback.MOST_HOLD, 0, 0, Feedback.UNCHANGED), 3000, TICK);
        assertThat(line.roundTrip()).isEqualTo(200);
        assertThat(line.waitedForAnswer(3000)).isZero();
        send(4000, 100);
        assertThat(line.isStalled(4801)).isTrue();
    }

    @Test
    void feedback_of_a_record_that_was_answered_before_is_ignored() {
        send(0, 100);
        send(10, 100);
        answer(100, 0);
        line.onFeedback(new Feedback(0, 0, 200, 0, TEN_BYTES_A_MILLISECOND), 500, TICK);
        assertThat(line.isKnown()).isFalse();
        assertThat(line.roundTrip()).isEqualTo(90);
    }

    @Test
    void feedback_of_a_record_that_was_never_sent_is_ignored() {
        send(0, 100);
        line.onFeedback(new Feedback(1, 0, 0, 0, TEN_BYTES_A_MILLISECOND), 500, TICK);
        assertThat(line.isKnown()).isFalse();
        assertThat(line.waitedForAnswer(500)).isEqualTo(500);
    }

    @Test
    void the_numbers_of_records_come_round() {
        for (int i = 0; i < 140_000; i++) {
            send(20 * i, 100);
            if (i % 3 == 0) {
                line.onFeedback(new Feedback(record & 0xffff, 0, 0, 0, Feedback.UNCHANGED), 20 * i + 7, TICK);
                assertThat(line.waitedForAnswer(20 * i + 7)).isZero();
            }
        }
        assertThat(line.roundTrip()).isEqualTo(7);
    }

    @Test
    void a_line_that_nobody_knows_is_stalled_after_two_assumed_round_trips_and_400_ms() {
        send(0, 100);
        send(700, 100);
        assertThat(line.isStalled(800)).isFalse();
        assertThat(line.isStalled(801)).isTrue();
        answer(850, 0);
        assertThat(line.isStalled(10_000)).isFalse();
    }

    @Test
    void a_line_is_stalled_after_two_of_its_round_trips_and_400_ms() {
        send(0, 100);
        answer(100, 0);
        send(1000, 100);
        assertThat(line.isStalled(1600)).isFalse();
        assertThat(line.isStalled(1601)).isTrue();
        answer(1700, 0);
        send(2000, 100); // the last round trip was one of 700 ms
        assertThat(line.isStalled(3800)).isFalse();
        assertThat(line.isStalled(3801)).isTrue();
    }

    @Test
    void a_line_that_took_very_long_is_waited_for_as_if_it_had_been_three_seconds() {
        send(0, 100);
        answer(100, 0);
        send(1000, 100);
        answer(21_000, 0);
        send(30_000, 100);
        assertThat(line.isStalled(36_400)).isFalse();
        assertThat(line.isStalled(36_401)).isTrue();
    }

    @Test
    void what_asks_for_no_answer_is_not_waited_for() {
        line.onSent(0, 100, false);
        record++;
        assertThat(line.isStalled(100_000)).isFalse();
        assertThat(line.waitedForAnswer(100_000)).isZero();
    }

    @Test
    void the_line_is_empty_when_a_record_met_next_to_no_queue() {
        assertThat(line.sinceEmpty(1000)).isNegative();
        send(0, 100);
        answer(100, 50);
        assertThat(line.sinceEmpty(1100)).isEqualTo(1000);
        send(200, 100);
        answer(300, 3);
        assertThat(line.sinceEmpty(1100)).isEqualTo(1000);
        send(400, 100);
        answer(500, 2.5);
        assertThat(line.sinceEmpty(1100)).isEqualTo(600);
        line.expectEmpty(700);
        assertThat(line.sinceEmpty(1100)).isEqualTo(400);
    }

    private void limited(double now) {
        send(now, 30);
        line.onLimited();
    }

    private void send(double now, int bytes) {
        line.onSent(now, bytes, true);
        record++;
    }

    /** To the last record that was sent. */
    private void answer(double now, double delay) {
        answer(now, delay, Feedback.UNCHANGED);
    }

    private void answer(double now, double delay, int capacity) {
        line.onFeedback(new Feedback(record & 0xffff, 0, (int) (2 * delay), 0, capacity), now, TICK);
    }
}
