package io.pinhole.client;

import static io.pinhole.protocol.frame.Voice.Duration.MILLIS_20;
import static io.pinhole.protocol.frame.Voice.Duration.MILLIS_60;
import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.Voice;
import org.junit.jupiter.api.Test;

class VoiceClockTest {

    private final VoiceClock clock = new VoiceClock();

    @Test
    void firstFrameStartsTalk() {
        assertThat(at(MILLIS_20, 5000)).isEqualTo(new VoiceClock.Time(0, true));
    }

    @Test
    void jitterDoesNotShowInTicks() {
        at(MILLIS_20, 0);
        assertThat(at(MILLIS_20, 35)).isEqualTo(new VoiceClock.Time(2, false));
        assertThat(at(MILLIS_20, 40)).isEqualTo(new VoiceClock.Time(4, false));
        assertThat(at(MILLIS_20, 130)).isEqualTo(new VoiceClock.Time(6, false));
    }

    @Test
    void aPauseIsAGapInTicks() {
        at(MILLIS_20, 0);
        assertThat(at(MILLIS_20, 1000)).isEqualTo(new VoiceClock.Time(100, true));
        assertThat(at(MILLIS_20, 1020)).isEqualTo(new VoiceClock.Time(102, false));
    }

    @Test
    void aSlowSoundCardMakesNoPauses() {
        at(MILLIS_60, 0);
        for (int i = 1; i < 10_000; i++) {
            assertThat(at(MILLIS_60, i * 61L)).isEqualTo(new VoiceClock.Time(6 * i & 0xffff, false));
        }
    }

    @Test
    void ticksNeverGoBackAfterABurst() {
        for (int i = 0; i < 50; i++) {
            at(MILLIS_20, 0); // a second of voice at once
        }
        assertThat(at(MILLIS_20, 200)).isEqualTo(new VoiceClock.Time(100, true));
    }

    @Test
    void ticksWrap() {
        at(MILLIS_20, 0);
        assertThat(at(MILLIS_20, 65_536 * 10 + 30)).isEqualTo(new VoiceClock.Time(3, true));
    }

    private VoiceClock.Time at(Voice.Duration duration, long millis) {
        return clock.next(duration, millis * 1_000_000);
    }
}
