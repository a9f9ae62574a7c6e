package io.pinhole.protocol.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class DispersionTest {

    private static final Offset<Double> EXACTLY = within(1e-9);

    private final Dispersion dispersion = new Dispersion();

    @Test
    void nothing_is_known_at_first() {
        assertThat(dispersion.rate()).isZero();
    }

    @Test
    void the_second_of_a_pair_takes_as_long_as_the_line_needs_for_it() {
        pairs(1, 50);
        assertThat(dispersion.rate()).isEqualTo(20);
    }

    @Test
    void pairs_of_a_fast_line_are_summed_up() {
        pairs(1, 5);
        pairs(1, 4);
        assertThat(dispersion.rate()).isCloseTo(2000 / 9.0, EXACTLY);
    }

    @Test
    void on_a_slow_line_an_acknowledgement_between_two_records_makes_a_sample_small_and_no_more() {
        pairs(2, 50);
        pairs(1, 70);
        assertThat(dispersion.rate()).isEqualTo(20);
        pairs(2, 70);
        assertThat(dispersion.rate()).isEqualTo(20);
    }

    @Test
    void the_last_eight_count() {
        pairs(1, 8);
        pairs(7, 6);
        assertThat(dispersion.rate()).isCloseTo(8000 / 50.0, EXACTLY);
        pairs(1, 6);
        assertThat(dispersion.rate()).isCloseTo(8000 / 48.0, EXACTLY);
    }

    @Test
    void one_that_is_far_below_does_not_replace_the_others_but_two_do() {
        pairs(8, 5);
        pairs(1, 20);
        assertThat(dispersion.rate()).isCloseTo(8000 / 55.0, EXACTLY);
        pairs(1, 25);
        assertThat(dispersion.rate()).isEqualTo(50); // the better of the two
    }

    @Test
    void one_that_is_far_above_does_not_replace_the_others_but_two_do() {
        pairs(8, 5);
        pairs(1, 2);
        assertThat(dispersion.rate()).isCloseTo(8000 / 37.0, EXACTLY);
        pairs(1, 2);
        assertThat(dispersion.rate()).isEqualTo(500);
    }

    @Test
    void one_far_below_and_one_far_above_are_no_other_line() {
        pairs(8, 5);
        pairs(1, 20);
        pairs(1, 2);
        assertThat(dispersion.rate()).isCloseTo(8000 / 52.0, EXACTLY);
    }

    @Test
    void one_is_enough_if_it_was_late_as_well() {
        pairs(8, 5);
        dispersion.onPair(1000, 20, 80 + 5 + 1, true);
        assertThat(dispersion.rate()).isEqualTo(50);
    }

    @Test
    void one_alone_says_no_more_than_that_the_line_has_a_quarter() {
        pairs(8, 5);
        dispersion.onPair(100, 700, 800, true); // a receiver that paused
        assertThat(dispersion.rate()).isEqualTo(50);
        pairs(2, 5);
        assertThat(dispersion.rate()).isCloseTo(2100 / 12.0, EXACTLY);
    }

    @Test
    void two_in_a_row_say_what_is_left_of_it() {
        pairs(8, 5);
        dispersion.onPair(1000, 200, 800, true);
        dispersion.onPair(1000, 200, 900, true);
        dispersion.onPair(1000, 200, 1000, true);
        assertThat(dispersion.rate()).isEqualTo(5);
    }

    @Test
    void one_that_was_hardly_late_is_not_enough() {
        pairs(8, 5);
        dispersion.onPair(1000, 20, 80 + 5, true);
        assertThat(dispersion.rate()).isCloseTo(8000 / 55.0, EXACTLY);
    }

    @Test
    void one_that_was_late_where_losses_are_repaired_is_not_enough() {
        pairs(8, 5);
        dispersion.onPair(1000, 20, 500, false);
        assertThat(dispersion.rate()).isCloseTo(8000 / 55.0, EXACTLY);
    }

    @Test
    void no_interval_is_shorter_than_a_quarter_of_a_millisecond() {
        pairs(1, 0);
        assertThat(dispersion.rate()).isEqualTo(4000);
    }

    @Test
    void what_a_line_let_through_makes_its_rate_more_and_never_less() {
        dispersion.onAtLeast(100, 10);
        assertThat(dispersion.rate()).isEqualTo(10);
        dispersion.onAtLeast(100, 20);
        assertThat(dispersion.rate()).isEqualTo(10);
        dispersion.onAtLeast(400, 10);
        assertThat(dispersion.rate()).isEqualTo(25);
    }

    /** Of 1000 bytes, not late. */
    private void pairs(int count, double millis) {
        for (int i = 0; i < count; i++) {
            dispersion.onPair(1000, millis, 0, true);
        }
    }
}
