package io.pinhole.protocol.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class RateCorrectionTest {

    private static final double LOOP = 100;

    private final RateCorrection correction = new RateCorrection();

    @Test
    void a_measured_rate_is_believed_at_first() {
        assertThat(correction.factor()).isEqualTo(1);
    }

    @Test
    void records_that_waited_longer_make_it_less() {
        correction.onError(20, LOOP);
        assertThat(correction.factor()).isCloseTo(0.97, within(1e-9));
        correction.onError(20, LOOP);
        assertThat(correction.factor()).isCloseTo(0.97 * 0.97, within(1e-9));
    }

    @Test
    void records_that_waited_less_make_it_more() {
        correction.onError(-20, LOOP);
        assertThat(correction.factor()).isCloseTo(1.03, within(1e-9));
    }

    @Test
    void the_longer_a_correction_takes_to_show_the_smaller_it_is() {
        correction.onError(20, 10 * LOOP);
        assertThat(correction.factor()).isCloseTo(0.997, within(1e-9));
    }

    @Test
    void a_single_error_however_large_is_no_reason() {
        errors(0, 0, 5000, 0, 0, -5000, 0);
        assertThat(correction.factor()).isEqualTo(1);
    }

    @Test
    void three_of_the_last_five_are_a_reason() {
        errors(0, 0, 20, 20);
        double before = correction.factor();
        correction.onError(20, LOOP);
        assertThat(correction.factor()).isCloseTo(0.97 * before, within(1e-9));
    }

    @Test
    void what_is_longer_ago_than_five_is_forgotten() {
        errors(0, 0, 0, 0, 0, 0, 0, 0, 20, 20);
        assertThat(correction.factor()).isEqualTo(1);
        correction.onError(20, LOOP);
        assertThat(correction.factor()).isCloseTo(0.97, within(1e-9));
    }

    @Test
    void no_more_than_a_twentieth_at_once() {
        correction.onError(10_000, LOOP);
        assertThat(correction.factor()).isCloseTo(0.95, within(1e-9));
    }

    @Test
    void never_less_than_a_quarter_and_never_more_than_five_quarters() {
        for (int i = 0; i < 100; i++) {
            correction.onError(10_000, LOOP);
        }
        assertThat(correction.factor()).isEqualTo(0.25);
        for (int i = 0; i < 100; i++) {
            correction.onError(-10_000, LOOP);
        }
        assertThat(correction.factor()).isEqualTo(1.25);
    }

    private void errors(double... errors) {
        for (double error : errors) {
            correction.onError(error, LOOP);
        }
    }
}
