package io.pinhole.loadtest.poor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LimitTest {

    private static final int BYTES = 300_000;

    @Test
    void aPhotoHasWhatVoiceLeaves() {
        double limit = Limit.seconds(scene("L1"), Direction.UP, BYTES);
        assertThat(limit).isCloseTo(BYTES * 8 / (64_000 - 27_200.0), within(0.02));
    }

    @Test
    void eachWayHasItsOwnRate() {
        assertThat(Limit.seconds(scene("L2"), Direction.UP, BYTES))
                .isCloseTo(BYTES * 8 / (128_000 - 27_200.0), within(0.02));
        assertThat(Limit.seconds(scene("L2"), Direction.DOWN, BYTES))
                .isCloseTo(BYTES * 8 / (256_000 - 27_200.0), within(0.02));
    }

    @Test
    void nothingGoesDuringAnOutage() {
        double usual = Limit.seconds(scene("L1"), Direction.UP, BYTES);
        assertThat(Limit.seconds(scene("outage"), Direction.UP, BYTES)).isCloseTo(usual + 5, within(0.02));
    }

    @Test
    void aChangeOfRateCountsFromItsSecondOn() {
        double bitsBefore = 4 * (256_000 - 27_200.0); // from second 5 to 9
        double after = (BYTES * 8 - bitsBefore) / (64_000 - 27_200.0);
        assertThat(Limit.seconds(scene("fall"), Direction.UP, BYTES)).isCloseTo(4 + after, within(0.03));
    }

    private static Scene scene(String name) {
        return Scenes.named(name).orElseThrow();
    }
}
