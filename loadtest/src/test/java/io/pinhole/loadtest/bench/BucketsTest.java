package io.pinhole.loadtest.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BucketsTest {

    private static final double INFINITY = Double.POSITIVE_INFINITY;

    private final Buckets buckets = of(Map.of(1.0, 0.0, 2.0, 80.0, 4.0, 96.0, 8.0, 98.0, INFINITY, 100.0));

    @Test
    void aQuantileLiesEvenlySpreadWithinItsBucket() {
        assertThat(buckets.quantile(0.4)).isCloseTo(1.5, within(1e-9));
        assertThat(buckets.quantile(0.8)).isCloseTo(2.0, within(1e-9));
        assertThat(buckets.quantile(0.88)).isCloseTo(3.0, within(1e-9));
        assertThat(buckets.quantile(0.97)).isCloseTo(6.0, within(1e-9));
    }

    @Test
    void beyondTheLastBoundTheBoundIsAllThatIsKnown() {
        assertThat(buckets.quantile(0.99)).isEqualTo(8.0);
    }

    @Test
    void onlyWhatCameInBetweenCounts() {
        Buckets before = of(Map.of(1.0, 0.0, 2.0, 80.0, 4.0, 80.0, 8.0, 80.0, INFINITY, 80.0));
        Buckets news = buckets.since(before);
        assertThat(news.count()).isEqualTo(20);
        assertThat(news.quantile(0.4)).isCloseTo(3.0, within(1e-9));
    }

    @Test
    void whatDidNotHappenHasNoQuantiles() {
        assertThat(buckets.since(buckets).quantile(0.5)).isNaN();
        assertThat(of(Map.of()).quantile(0.5)).isNaN();
    }

    private static Buckets of(Map<Double, Double> atMost) {
        return new Buckets(new TreeMap<>(atMost));
    }
}
