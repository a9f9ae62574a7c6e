package io.pinhole.relay.call;

import static io.pinhole.relay.call.Rung.BAD;
import static io.pinhole.relay.call.Rung.FAIR;
import static io.pinhole.relay.call.Rung.FAST;
import static io.pinhole.relay.call.Rung.GOOD;
import static io.pinhole.relay.call.Rung.POOR;
import static io.pinhole.relay.call.Rung.WORST;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpeakingRateTest {

    private static final long SECOND = 1_000_000_000L;

    private long now;
    private SpeakingRate rate = new SpeakingRate(FAIR, 0);

    /** The monotonic clock may stand anywhere, below zero too. */
    @ParameterizedTest
    @ValueSource(longs = {0, Long.MIN_VALUE / 2, Long.MAX_VALUE - 20 * SECOND})
    void aSlowerLineIsToldAfterTwoSeconds(long start) {
        now = start;
        rate = new SpeakingRate(FAIR, start);
        assertThat(after(1, BAD)).isEmpty();
        assertThat(after(1, BAD)).isEmpty();
        assertThat(after(1, BAD)).contains(BAD);
        assertThat(after(1, BAD)).isEmpty();
    }

    @Test
    void aBetterLineIsToldAfterTenSeconds() {
        assertThat(after(1, FAST)).isEmpty();
        for (int i = 1; i < 10; i++) {
            assertThat(after(1, FAST)).isEmpty();
        }
        assertThat(after(1, FAST)).contains(FAST);
    }

    @Test
    void aMomentOfDoubtIsNotFollowed() {
        for (int i = 0; i < 20; i++) {
            assertThat(after(1, WORST)).isEmpty();
            assertThat(after(1, WORST)).isEmpty();
            assertThat(after(0.5, i % 2 == 0 ? FAIR : GOOD)).isEmpty();
        }
    }

    @Test
    void ofASwingingLineTheNearestRungCounts() {
        after(1, WORST);
        after(1, POOR);
        assertThat(after(1, BAD)).contains(POOR);

        after(1, FAST);
        after(4, FAIR);
        assertThat(after(6, FAST)).contains(FAIR);
    }

    @Test
    void aLineThatIsBetterAndThenWorseBeginsAnew() {
        after(1, GOOD);
        after(9, GOOD);
        assertThat(after(0.5, BAD)).isEmpty();
        assertThat(after(1.9, BAD)).isEmpty();
        assertThat(after(0.1, BAD)).contains(BAD);
    }

    @Test
    void whateverTheLineDoesAMessageIsAChangeAndTwoSecondsApart() {
        SplittableRandom random = new SplittableRandom(1);
        Rung told = FAIR;
        long toldAt = 0;
        int changes = 0;
        for (int i = 0; i < 100_000; i++) {
            Rung wanted = Rung.values()[(i / 20 + random.nextInt(3)) % Rung.values().length];
            Optional<Rung> next = after(0.1 + random.nextDouble(), wanted);
            if (next.isPresent()) {
                assertThat(next.get()).isNotEqualTo(told);
                assertThat(now - toldAt).isGreaterThanOrEqualTo(2 * SECOND);
                told = next.get();
                toldAt = now;
                changes++;
            }
        }
        assertThat(changes).isGreaterThan(100);
    }

    private Optional<Rung> after(double seconds, Rung wanted) {
        now += (long) (seconds * SECOND);
        return rate.on(wanted, now);
    }
}
