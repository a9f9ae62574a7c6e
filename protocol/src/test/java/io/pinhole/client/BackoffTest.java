package io.pinhole.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BackoffTest {

    private static final double ALMOST_ONE = Math.nextDown(1.0);

    @Test
    void boundDoublesFromHalfASecondToFive() {
        Backoff backoff = new Backoff(() -> ALMOST_ONE);
        assertThat(new long[] {next(backoff), next(backoff), next(backoff), next(backoff)})
                .containsExactly(499, 999, 1999, 3999);
        assertThat(new long[] {next(backoff), next(backoff), next(backoff)}).containsExactly(4999, 4999, 4999);
    }

    @Test
    void jitterIsFull() {
        assertThat(next(new Backoff(() -> 0))).isZero();
        assertThat(next(new Backoff(() -> 0.5))).isEqualTo(250);
    }

    @Test
    void relaysWishIsTheLeastWait() {
        assertThat(new Backoff(() -> 0).nextMillis(3000)).isEqualTo(3000);
        assertThat(new Backoff(() -> ALMOST_ONE).nextMillis(3000)).isEqualTo(3499);
    }

    @Test
    void joiningResetsTheBound() {
        Backoff backoff = new Backoff(() -> ALMOST_ONE);
        next(backoff);
        next(backoff);
        backoff.reset();
        assertThat(next(backoff)).isEqualTo(499);
    }

    private static long next(Backoff backoff) {
        return backoff.nextMillis(0);
    }
}
