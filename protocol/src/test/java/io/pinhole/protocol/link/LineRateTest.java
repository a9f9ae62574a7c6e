package io.pinhole.protocol.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class LineRateTest {

    private final LineRate line = new LineRate();
    private final Jitter jitter = new Jitter();

    @Test
    void nothing_is_known_at_first() {
        assertThat(line.rate(jitter)).isZero();
        assertThat(line.forSizes()).isInfinite();
    }

    @Test
    void on_a_steady_line_a_pair_tells_it() {
        line.pairs().onPair(100, 12.5, 0, true);
        assertThat(line.rate(jitter)).isEqualTo(8);
        assertThat(line.forSizes()).isEqualTo(8);
    }

    @Test
    void what_a_pair_told_is_doubted_once_the_delay_jumps_about() {
        line.pairs().onPair(100, 1.25, 0, true);
        assertThat(line.rate(jitter)).isEqualTo(80);
        jump();
        assertThat(line.rate(jitter)).isPositive().isLessThan(16);
        assertThat(line.forSizes()).isCloseTo(1.3 * 80, within(1e-9));
    }

    @Test
    void then_a_long_spell_tells_it() {
        line.pairs().onPair(100, 1.25, 0, true);
        jump();
        for (int i = 0; i < 40; i++) {
            line.onBusy(200, 25, false, 50, true, jitter);
        }
        assertThat(line.rate(jitter)).isCloseTo(8, within(1e-9));
        assertThat(line.forSizes()).isCloseTo(8, within(1e-9));
    }

    /** Beside somebody's upload the line is busy, but not with ours; what was written together tells more. */
    @Test
    void pairs_may_tell_more_than_a_spell() {
        jump();
        for (int i = 0; i < 40; i++) {
            line.onBusy(200, 25, false, 50, true, jitter);
        }
        for (int i = 0; i < 16; i++) {
            line.onBusy(200, 12.5, true, 50, true, jitter);
        }
        assertThat(line.rate(jitter)).isBetween(10.0, 16.0);
    }

    @Test
    void a_spell_on_a_line_that_fell_is_the_end_of_what_pairs_told_before() {
        jump();
        for (int i = 0; i < 16; i++) {
            line.onBusy(200, 2, true, 50, true, jitter);
        }
        assertThat(line.rate(jitter)).isGreaterThan(30);
        for (int i = 0; i < 40; i++) {
            line.onBusy(200, 50, false, 50, true, jitter);
        }
        assertThat(line.rate(jitter)).isCloseTo(4, within(0.5));
    }

    @Test
    void a_spell_that_was_interrupted_does_not() {
        jump();
        for (int i = 0; i < 40; i++) {
            line.onBusy(200, 25, false, 50, true, jitter);
            if (i % 4 == 3) {
                line.onIdle();
            }
        }
        assertThat(line.rate(jitter)).isZero();
    }

    @Test
    void pairs_tell_it_again_once_the_line_is_steady() {
        jump();
        for (int i = 0; i < 40; i++) {
            jitter.onIdle(20 * i, 150, 100);
        }
        line.onJitter(jitter);
        line.pairs().onPair(100, 10, 0, true);
        assertThat(line.rate(jitter)).isEqualTo(10);
    }

    private void jump() {
        for (int i = 0; i < 32; i++) {
            jitter.onIdle(20 * i, 150, 100 + 20 * (i % 2));
        }
        assertThat(jitter.isNotable()).isTrue();
        line.onJitter(jitter);
    }
}
