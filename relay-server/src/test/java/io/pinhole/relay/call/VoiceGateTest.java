package io.pinhole.relay.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Voice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VoiceGateTest {

    private static final long SECOND = 1_000_000_000L;

    /** The monotonic clock may stand anywhere, below zero too. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, Long.MIN_VALUE / 2, Long.MAX_VALUE - 100 * SECOND})
    void speechPassesWhereverTheClockBegan(long start) {
        VoiceGate gate = new VoiceGate(true, 50);
        for (int i = 0; i < 500; i++) {
            assertThat(gate.refuse(frames(1), start + i * SECOND / 50)).isEmpty();
        }
    }

    @Test
    void whatAStallHeldBackPassesAtOnceButNoMore() {
        VoiceGate gate = new VoiceGate(true, 50);
        assertThat(passed(gate, 300, 0)).isEqualTo(100);
        assertThat(passed(gate, 300, SECOND)).isEqualTo(50);
        assertThat(passed(gate, 300, 60 * SECOND)).isEqualTo(100);
    }

    @Test
    void aBundleCountsAsWhatItHolds() {
        VoiceGate gate = new VoiceGate(true, 50);
        for (int i = 0; i < 12; i++) {
            assertThat(gate.refuse(frames(8), 0)).isEmpty();
        }
        assertThat(gate.refuse(frames(8), 0).orElseThrow().code()).isEqualTo(Code.TOO_FAST);
        assertThat(gate.refuse(frames(4), 0)).isEmpty();
    }

    @Test
    void withoutTheRightNothingPasses() {
        VoiceGate gate = new VoiceGate(false, 50);
        assertThat(gate.refuse(frames(1), 0).orElseThrow().code()).isEqualTo(Code.RIGHT_MISSING);
    }

    @Test
    void aRefusalIsSaidEveryFiveSeconds() {
        VoiceGate gate = new VoiceGate(false, 50);
        assertThat(gate.isTimeToSay(-SECOND)).isTrue();
        assertThat(gate.isTimeToSay(0)).isFalse();
        assertThat(gate.isTimeToSay(4 * SECOND - 1)).isFalse();
        assertThat(gate.isTimeToSay(4 * SECOND)).isTrue();
    }

    private static int passed(VoiceGate gate, int attempts, long now) {
        int passed = 0;
        for (int i = 0; i < attempts; i++) {
            passed += gate.refuse(frames(1), now).isEmpty() ? 1 : 0;
        }
        return passed;
    }

    private static Voice frames(int count) {
        return new Voice(false, 0, Voice.Duration.MILLIS_20, 0, count, 0, Unpooled.EMPTY_BUFFER);
    }
}
