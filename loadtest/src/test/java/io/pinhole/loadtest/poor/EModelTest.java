package io.pinhole.loadtest.poor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EModelTest {

    @ParameterizedTest
    @CsvSource({
        "50, 0",
        "100, 0",
        "150, 0.2",
        "200, 3.0",
        "250, 8.9",
        "300, 14.8",
        "400, 24.1",
        "600, 35.2",
        "800, 40.8"
    })
    void delayImpairsAsInTheRecommendation(double millis, double impairment) {
        assertThat(EModel.delayImpairment(millis)).isCloseTo(impairment, within(0.06));
    }

    @Test
    void lossAndDelayAndAPoorerCodecAreHeard() {
        double good = EModel.score(150, 0, 16_000);
        assertThat(good).isBetween(4.0, 4.2);
        assertThat(EModel.score(150, 2, 16_000)).isLessThan(good - 0.3);
        assertThat(EModel.score(400, 0, 16_000)).isLessThan(good - 0.8);
        assertThat(EModel.score(150, 0, 8_000)).isLessThan(good - 0.05);
        assertThat(EModel.score(5000, 50, 8_000)).isEqualTo(1);
    }

    @Test
    void aFewLateFramesAreNotWaitedFor() {
        List<Optional<Double>> steady = Collections.nCopies(98, Optional.of(50.0));
        List<Optional<Double>> late = Collections.nCopies(2, Optional.of(5000.0));
        double score = EModel.score(
                Delays.of(java.util.stream.Stream.of(steady, late)
                        .flatMap(List::stream)
                        .toList()),
                Speech.USUAL);
        assertThat(score).isCloseTo(EModel.score(50 + 20 + 20 + 6.5 + 20, 2, 16_000), within(1e-9));
    }

    @Test
    void ofNothingThereIsNoScore() {
        assertThat(EModel.score(Delays.of(List.of()), Speech.USUAL)).isNaN();
    }
}
