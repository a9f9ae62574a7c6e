package io.pinhole.loadtest.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class VoiceLoadTest {

    private static final long FRAME_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final VoiceLoad load = new VoiceLoad(200, 60);

    @Test
    void peopleAreSpreadEvenlyOverOneFrame() {
        for (int person = 1; person < load.people(); person++) {
            assertThat(load.due(person, 0) - load.due(person - 1, 0)).isEqualTo(FRAME_NANOS / load.people());
        }
        assertThat(load.due(0, 1) - load.due(load.people() - 1, 0)).isEqualTo(FRAME_NANOS / load.people());
    }

    @Test
    void everybodySpeaksFiftyTimesASecond() {
        assertThat(load.due(5, 50) - load.due(5, 0)).isEqualTo(TimeUnit.SECONDS.toNanos(1));
        assertThat(load.frames()).isEqualTo(400L * 50 * 60);
    }
}
