package io.pinhole.protocol.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pinhole.protocol.frame.Stamp;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class ArrivalsTest {

    private static final Offset<Double> EXACTLY = within(1e-6);
    private static final int SMALL = 150;
    private static final int LARGE = 1000;

    private final Arrivals arrivals = new Arrivals();

    @Test
    void nothing_is_known_before_the_first_record() {
        assertThat(arrivals.delay()).isNaN();
        assertThat(arrivals.rate()).isZero();
    }

    @Test
    void delay_is_what_a_record_took_longer_than_the_fastest() {
        alone(0, 100, SMALL);
        assertThat(arrivals.delay()).isZero();
        alone(200, 370, SMALL);
        assertThat(arrivals.delay()).isCloseTo(70, EXACTLY);
        alone(400, 490, SMALL);
        assertThat(arrivals.delay()).isZero();
        alone(600, 710, SMALL);
        assertThat(arrivals.delay()).isCloseTo(20, EXACTLY);
    }

    @Test
    void the_clocks_of_both_ends_need_not_agree() {
        alone(30_000, -5000, SMALL);
        alone(30_010, -4960, SMALL);
        assertThat(arrivals.delay()).isCloseTo(30, EXACTLY);
    }

    @Test
    void stamps_that_come_round_change_no_delay() {
        for (long sent = 0; sent < 200_000; sent += 5_000) {
            alone(sent, sent + 70, SMALL);
            assertThat(arrivals.delay()).isZero();
        }
    }

    @Test
    void a_line_that_was_idle_for_long_shows_no_delay() {
        alone(0, 70, SMALL);
        alone(20_000, 20_070, SMALL);
        assertThat(arrivals.delay()).isZero();
    }

    @Test
    void a_line_that_stalled_for_twenty_seconds_shows_just_that() {
        alone(0, 70, SMALL);
        alone(20, 20_090, SMALL);
        assertThat(arrivals.delay()).isCloseTo(20_000, EXACTLY);
        alone(20_100, 20_170, SMALL);
        assertThat(arrivals.delay()).isCloseTo(0, EXACTLY);
    }

    @Test
    void a_path_that_became_three_seconds_shorter_is_an_empty_line() {
        alone(0, 3070, SMALL);
        alone(5000, 5070, SMALL);
        assertThat(arrivals.delay()).isZero();
        alone(6000, 6080, SMALL);
        assertThat(arrivals.delay()).isCloseTo(10, EXACTLY);
    }

    @Test
    void records_that_were_read_together_say_nothing_of_the_queue() {
        alone(0, 100, SMALL);
        together(200, 350, SMALL, true);
        together(220, 350, SMALL, false);
        assertThat(arrivals.delay()).isNaN();
        alone(240, 345, SMALL);
        assertThat(arrivals.delay()).isCloseTo(5, EXACTLY);
    }

    @Test
    void the_second_of_two_that_were_written_together_tells_the_rate() {
        alone(0, 100, SMALL);
        alone(1, 110, LARGE);
        assertThat(arrivals.rate()).isCloseTo(100, EXACTLY);
    }

    @Test
    void two_that_were_written_apart_tell_the_rate_if_the_first_still_waited_then() {
        alone(0, 100, SMALL);
        alone(50, 250, SMALL);
        assertThat(arrivals.rate()).isZero();
        alone(148, 270, LARGE);
        assertThat(arrivals.rate()).isCloseTo(50, EXACTLY);
    }

    @Test
    void two_that_were_written_apart_tell_nothing_if_the_line_may_have_been_empty_between() {
        alone(0, 100, SMALL);
        alone(50, 250, SMALL);
        alone(149.5, 270, LARGE);
        assertThat(arrivals.rate()).isZero();
    }

    @Test
    void two_small_ones_that_came_at_once_say_that_the_line_is_at_least_so_fast() {
        alone(0, 100, SMALL);
        alone(0, 102, SMALL);
        assertThat(arrivals.rate()).isCloseTo(SMALL / 2.0, EXACTLY);
        alone(1000, 1100, SMALL);
        alone(1000, 1102.9, SMALL);
        assertThat(arrivals.rate()).isCloseTo(SMALL / 2.0, EXACTLY);
        alone(2000, 2100, SMALL);
        alone(2000, 2100, SMALL);
        assertThat(arrivals.rate()).isCloseTo(2 * SMALL / 3.5, EXACTLY);
    }

    @Test
    void a_large_one_that_came_at_once_is_measured_all_the_same() {
        alone(0, 100, SMALL);
        alone(0, 101, LARGE);
        assertThat(arrivals.rate()).isCloseTo(1000, EXACTLY);
    }

    @Test
    void a_pair_that_one_read_took_is_measured() {
        alone(0, 100, SMALL);
        together(200, 300, SMALL, true);
        together(200, 300.5, LARGE, false);
        assertThat(arrivals.rate()).isCloseTo(2000, EXACTLY);
    }

    @Test
    void a_pair_that_was_held_back_is_not() {
        alone(0, 100, SMALL);
        together(200, 400, SMALL, true);
        together(200, 400, LARGE, false);
        assertThat(arrivals.rate()).isZero();
    }

    @Test
    void records_that_were_written_one_by_one_and_read_together_are_no_pair() {
        alone(0, 100, SMALL);
        together(200, 300, SMALL, true);
        together(203, 303, LARGE, false);
        assertThat(arrivals.rate()).isZero();
    }

    @Test
    void a_line_that_collapsed_is_noticed_at_the_first_pair() {
        knowRate();
        alone(5000, 5400, SMALL);
        alone(5000, 5440, LARGE);
        assertThat(arrivals.rate()).isCloseTo(25, EXACTLY);
    }

    @Test
    void a_line_that_repaired_a_loss_within_ten_seconds_is_not_taken_for_collapsed() {
        knowRate();
        together(1000, 1300, SMALL, true);
        together(1020, 1300, SMALL, false);
        alone(5000, 5400, SMALL);
        alone(5000, 5440, LARGE);
        assertThat(arrivals.rate()).isGreaterThan(60);
        alone(11_500, 11_900, SMALL);
        alone(11_500, 11_940, LARGE);
        assertThat(arrivals.rate()).isCloseTo(25, EXACTLY);
    }

    @Test
    void where_the_delay_jumps_about_half_of_the_jumps_is_no_queue() {
        jump();
        alone(10_000, 10_120, SMALL);
        assertThat(arrivals.delay()).isZero();
        alone(11_000, 11_400, SMALL);
        assertThat(arrivals.delay()).isBetween(260.0, 300.0);
    }

    @Test
    void where_the_delay_jumps_about_two_that_came_at_once_are_no_fast_line() {
        jump();
        alone(10_000, 10_100, SMALL);
        alone(10_000, 10_101, LARGE);
        assertThat(arrivals.rate()).isLessThan(80);
    }

    @Test
    void where_the_delay_jumps_about_a_long_queue_tells_the_rate() {
        jump();
        for (int i = 0; i < 100; i++) {
            alone(10_000 + i, 10_500 + 20 * i, 200);
        }
        assertThat(arrivals.rate()).isCloseTo(10, within(0.2));
    }

    /** 20 ms more, and 20 ms less. */
    private void jump() {
        for (int i = 0; i < 32; i++) {
            alone(100 * i, 100 * i + 100 + 20 * (i % 2), SMALL);
        }
    }

    /** 100 bytes a millisecond, eight times. */
    private void knowRate() {
        for (int i = 0; i < 8; i++) {
            alone(100 * i, 100 * i + 50, SMALL);
            alone(100 * i, 100 * i + 60, LARGE);
        }
        assertThat(arrivals.rate()).isCloseTo(100, EXACTLY);
    }

    /** The peer wrote at one time of its clock, in milliseconds, and it came at a time of ours. */
    private void alone(double sent, double came, int bytes) {
        arrivals.onRecord(came, stamp(sent), bytes, true, true);
    }

    private void together(double sent, double came, int bytes, boolean first) {
        arrivals.onRecord(came, stamp(sent), bytes, first, false);
    }

    private static int stamp(double sentMillis) {
        return (int) (sentMillis * 1_000_000 / Stamp.UNIT_NANOS) & 0xffff;
    }
}
