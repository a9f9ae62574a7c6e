package io.pinhole.protocol.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class QueueModelTest {

    private static final double RATE = 10;
    private static final Offset<Double> EXACTLY = within(1e-3);

    private final QueueModel queue = new QueueModel();

    @Test
    void a_line_that_carries_nothing_has_no_queue() {
        assertThat(queue.now(5)).isZero();
        assertThat(queue.now(-5)).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -9e9, -20, 5e9})
    void a_record_waits_for_what_the_ones_before_it_have_left(double start) {
        queue.onSent(0, start, 1000, true, RATE);
        assertThat(queue.now(start)).isCloseTo(100, EXACTLY);
        assertThat(queue.now(start + 30)).isCloseTo(70, EXACTLY);
        queue.onSent(1, start + 30, 500, true, RATE);
        assertThat(queue.now(start + 30)).isCloseTo(120, EXACTLY);
        assertThat(queue.now(start + 100)).isCloseTo(50, EXACTLY);
        assertThat(queue.now(start + 150)).isCloseTo(0, EXACTLY);
        queue.onSent(2, start + 400, 200, true, RATE);
        assertThat(queue.now(start + 400)).isCloseTo(20, EXACTLY);
    }

    @Test
    void half_of_an_error_is_taken_over() {
        two();
        assertThat(queue.onReported(1, 140, RATE)).isEqualTo(40);
        assertThat(queue.now(0)).isEqualTo(120 + 100);
    }

    @Test
    void four_fifths_of_a_large_error_are_taken_over() {
        two();
        assertThat(queue.onReported(1, 200, RATE)).isEqualTo(100);
        assertThat(queue.now(0)).isEqualTo(180 + 100);
    }

    @Test
    void a_record_that_waited_far_less_than_was_thought_counts_half_too() {
        two();
        queue.onSent(2, 0, 1000, true, RATE);
        queue.onAnswered(2);
        assertThat(queue.onReported(2, 0, RATE)).isEqualTo(-200);
        assertThat(queue.now(0)).isEqualTo(100 + 100);
    }

    @Test
    void the_same_report_again_is_half_of_what_was_left_of_the_error() {
        two();
        queue.onReported(1, 140, RATE);
        queue.onAnswered(1);
        assertThat(queue.onReported(1, 140, RATE)).isEqualTo(20);
        assertThat(queue.now(0)).isEqualTo(130 + 100);
    }

    @Test
    void what_was_sent_since_is_played_again_at_the_rate_of_now() {
        queue.onSent(0, 0, 1000, true, RATE);
        queue.onSent(1, 20, 500, true, RATE);
        queue.onSent(2, 200, 500, true, RATE);
        assertThat(queue.now(200)).isEqualTo(50);

        queue.onAnswered(0);
        queue.onReported(0, 90, 5);
        // 45; 45 + 200 - 20 = 225; 225 + 100 - 180 = 145; and 100 of its own
        assertThat(queue.now(200)).isEqualTo(245);
        assertThat(queue.onReported(0, 45, RATE)).isZero();
        // 45; 45 + 100 - 20 = 125; 125 + 50 - 180 is less than nothing; and 50 of its own
        assertThat(queue.now(200)).isEqualTo(50);
    }

    @Test
    void an_answer_tells_when_its_record_was_sent_and_forgets_the_ones_before() {
        queue.onSent(0, 7, 100, true, RATE);
        queue.onSent(1, 9, 100, true, RATE);
        assertThat(queue.onAnswered(1)).isEqualTo(9);
        assertThat(queue.onAnswered(0)).isNaN();
        assertThat(queue.onAnswered(1)).isEqualTo(9);
    }

    @Test
    void a_report_on_what_is_forgotten_changes_nothing() {
        two();
        assertThat(queue.onReported(0, 500, RATE)).isNaN();
        assertThat(queue.now(0)).isEqualTo(200);
    }

    @Test
    void only_records_that_ask_are_missed() {
        assertThat(queue.oldestUnanswered(-1)).isNaN();
        queue.onSent(0, 5, 100, false, RATE);
        assertThat(queue.oldestUnanswered(-1)).isNaN();
        queue.onSent(1, 10, 100, true, RATE);
        queue.onSent(2, 20, 100, true, RATE);
        assertThat(queue.oldestUnanswered(-1)).isEqualTo(10);
        assertThat(queue.oldestUnanswered(1)).isEqualTo(20);
        assertThat(queue.oldestUnanswered(2)).isNaN();
    }

    @Test
    void of_a_peer_that_answers_nothing_the_last_1024_records_are_kept_but_all_bytes_count() {
        for (int i = 0; i <= 1024; i++) {
            queue.onSent(i, i, 20, true, RATE);
        }
        assertThat(queue.now(1024)).isEqualTo(1025 * 2 - 1024);
        assertThat(queue.oldestUnanswered(-1)).isEqualTo(1);
        assertThat(queue.onAnswered(0)).isNaN();
        assertThat(queue.onAnswered(1)).isEqualTo(1);
    }

    /** Of 100 ms each, at once; the second is answered. */
    private void two() {
        queue.onSent(0, 0, 1000, true, RATE);
        queue.onSent(1, 0, 1000, true, RATE);
        queue.onAnswered(1);
    }
}
