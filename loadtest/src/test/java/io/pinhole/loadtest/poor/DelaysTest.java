package io.pinhole.loadtest.poor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DelaysTest {

    @Test
    void quantilesAreNearestRanksOfWhatCame() {
        List<Optional<Double>> delays = new ArrayList<>();
        for (int i = 100; i > 0; i--) {
            delays.add(Optional.of((double) i));
        }
        delays.add(Optional.empty());
        Delays hundred = Delays.of(delays);
        assertThat(hundred.quantile(0.5)).isEqualTo(50);
        assertThat(hundred.quantile(0.99)).isEqualTo(99);
        assertThat(hundred.max()).isEqualTo(100);
        assertThat(hundred.lost()).isEqualTo(1);
        assertThat(hundred.count()).isEqualTo(101);
    }

    @Test
    void whatIsLostIsLate() {
        Delays four = Delays.of(List.of(Optional.of(10.0), Optional.of(200.0), Optional.of(201.0), Optional.empty()));
        assertThat(four.shareOver(200)).isEqualTo(0.5);
        assertThat(four.shareOver(1000)).isEqualTo(0.25);
    }

    @Test
    void ofNothingThereAreNoQuantiles() {
        Delays none = Delays.of(List.of());
        assertThat(none.quantile(0.5)).isNaN();
        assertThat(none.shareOver(200)).isZero();
    }
}
