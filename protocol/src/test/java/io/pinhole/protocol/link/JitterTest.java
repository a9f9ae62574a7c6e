package io.pinhole.protocol.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class JitterTest {

    private static final int BYTES = 150;

    private final Jitter jitter = new Jitter();
    private double now;

    @Test
    void a_steady_line_has_none() {
        for (int i = 0; i < 20; i++) {
            idle(BYTES, 100);
        }
        assertThat(jitter.isNotable()).isFalse();
        assertThat(jitter.typical()).isZero();
    }

    @Test
    void a_few_records_say_nothing_yet() {
        for (int i = 0; i < 4; i++) {
            idle(BYTES, 100 + 50 * (i % 2));
        }
        assertThat(jitter.isNotable()).isFalse();
        idle(BYTES, 100);
        assertThat(jitter.isNotable()).isTrue();
    }

    @Test
    void delays_spread_evenly_are_half_of_the_spread_over_the_fastest() {
        SplittableRandom random = new SplittableRandom(1);
        double sum = 0;
        int rounds = 200;
        for (int i = 0; i < rounds; i++) {
            for (int record = 0; record < 32; record++) {
                idle(BYTES, 100 + random.nextDouble(0, 40));
            }
            sum += jitter.typical();
        }
        assertThat(sum / rounds).isCloseTo(20, within(1.0));
        assertThat(jitter.high()).isCloseTo(1.6 * jitter.typical(), within(1e-9));
    }

    @Test
    void a_record_that_met_an_acknowledgement_now_and_then_is_no_jitter() {
        for (int i = 0; i < 60; i++) {
            idle(BYTES, i % 5 == 0 ? 107.5 : 100);
        }
        assertThat(jitter.isNotable()).isFalse();
    }

    @Test
    void larger_records_take_longer_and_that_is_no_jitter() {
        for (int i = 0; i < 60; i++) {
            int bytes = 60 + 40 * (i % 3);
            idle(bytes, 100 + bytes / 8.0);
        }
        assertThat(jitter.isNotable()).isFalse();
    }

    @Test
    void large_ones_are_not_looked_at() {
        for (int i = 0; i < 60; i++) {
            idle(1400, 100 + 100 * (i % 2));
        }
        assertThat(jitter.isNotable()).isFalse();
    }

    @Test
    void it_is_forgotten_once_the_line_is_steady() {
        for (int i = 0; i < 60; i++) {
            idle(BYTES, 100 + 20 * (i % 2));
        }
        assertThat(jitter.isNotable()).isTrue();
        for (int i = 0; i < 32; i++) {
            idle(BYTES, 100);
        }
        assertThat(jitter.isNotable()).isFalse();
    }

    @Test
    void that_a_line_is_another_one_now_is_no_jitter() {
        for (int bytes = 16; bytes < 400; bytes += 16) {
            idle(bytes, 100);
        }
        now += 2000;
        for (int bytes = 16; bytes < 400; bytes += 16) {
            idle(bytes, 20);
        }
        for (int i = 0; i < 4; i++) {
            idle(BYTES, 20);
        }
        assertThat(jitter.isNotable()).isFalse();
    }

    @Test
    void what_it_was_is_bounded_by_what_records_are_late_now() {
        for (int i = 0; i < 40; i++) {
            idle(BYTES, 100 + 20 * (i % 2));
            jitter.onLate(20 * (i % 2));
        }
        assertThat(jitter.typical()).isGreaterThan(20);
        for (int i = 0; i < 150; i++) {
            jitter.onLate(0.5);
        }
        assertThat(jitter.isNotable()).isFalse();
    }

    private void idle(int bytes, double took) {
        now += 20;
        jitter.onIdle(now, bytes, took);
    }
}
