package io.pinhole.relay.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TalkTest {

    private static final long MILLI = 1_000_000L;

    private final Talk talk = new Talk();

    /** The monotonic clock may stand anywhere, below zero too. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, Long.MIN_VALUE / 2, Long.MAX_VALUE - 1000 * MILLI})
    void whoSaysFrameAfterFrameTalksUntilASecondLater(long start) {
        assertThat(talk.isOn(start)).isFalse();
        for (int i = 0; i <= 10; i++) {
            talk.heard(start + i * 120 * MILLI);
        }
        assertThat(talk.isOn(start + 1200 * MILLI)).isTrue();
        assertThat(talk.isOn(start + 2199 * MILLI)).isTrue();
        assertThat(talk.isOn(start + 2200 * MILLI)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, Long.MIN_VALUE / 2, Long.MAX_VALUE - 1000 * MILLI})
    void comfortNoiseIsNoTalk(long start) {
        for (int i = 0; i <= 10; i++) {
            talk.heard(start + i * 400 * MILLI);
            assertThat(talk.isOn(start + i * 400 * MILLI)).isFalse();
        }
    }
}
