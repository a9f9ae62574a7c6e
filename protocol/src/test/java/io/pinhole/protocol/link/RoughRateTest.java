package io.pinhole.protocol.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class RoughRateTest {

    private final RoughRate rough = new RoughRate();

    @Test
    void nothing_is_known_without_a_pair() {
        assertThat(rough.likely()).isZero();
        assertThat(rough.cautious(20)).isZero();
    }

    @Test
    void pairs_count_together() {
        rough.onPair(100, 0);
        rough.onPair(100, 25);
        assertThat(rough.likely()).isEqualTo(8);
    }

    @Test
    void one_pair_that_came_at_once_is_no_fast_line() {
        rough.onPair(100, 0);
        assertThat(rough.cautious(20)).isLessThan(17);
    }

    @Test
    void the_more_pairs_the_less_caution() {
        rough.onPair(100, 12.5);
        double one = rough.cautious(20);
        for (int i = 0; i < 15; i++) {
            rough.onPair(100, 12.5);
        }
        assertThat(rough.likely()).isEqualTo(8);
        assertThat(rough.cautious(20)).isGreaterThan(one).isLessThan(8);
        assertThat(rough.cautious(0)).isEqualTo(8);
    }

    @Test
    void old_pairs_are_forgotten() {
        for (int i = 0; i < 16; i++) {
            rough.onPair(100, 100);
        }
        for (int i = 0; i < 16; i++) {
            rough.onPair(100, 10);
        }
        assertThat(rough.likely()).isEqualTo(10);
    }

    /** Packets do not overtake each other, so an interval is never negative. */
    @Test
    void intervals_that_jitter_spoils_give_about_the_rate_and_rather_less() {
        SplittableRandom random = new SplittableRandom(1);
        double sum = 0;
        int rounds = 200;
        for (int i = 0; i < rounds; i++) {
            for (int pair = 0; pair < 16; pair++) {
                rough.onPair(100, Math.max(0, 12.5 + random.nextDouble(-20, 20) - random.nextDouble(-20, 20)));
            }
            sum += rough.likely();
        }
        assertThat(sum / rounds).isCloseTo(7, within(1.0));
    }
}
