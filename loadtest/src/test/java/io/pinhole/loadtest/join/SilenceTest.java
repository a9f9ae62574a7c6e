package io.pinhole.loadtest.join;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SilenceTest {

    private static final long MILLI = 1_000_000;

    @Test
    void theLongestPauseCountsNotTheTimeBeforeTheFirstWord() {
        Silence silence = new Silence();
        assertThat(silence.longestMillis()).isZero();
        for (long millis : new long[] {5000, 5020, 5320, 5340}) {
            silence.broken(millis * MILLI);
        }
        assertThat(silence.longestMillis()).isEqualTo(300);
    }
}
