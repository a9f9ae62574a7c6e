package io.pinhole.loadtest.poor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void theMedianIsOfThoseRunsThatHaveTheFigure() {
        Figures median = Figures.median(List.of(
                new Figures(Map.of("a", 1.0, "b", 10.0)),
                new Figures(Map.of("a", 7.0)),
                new Figures(Map.of("a", 2.0, "b", 20.0))));
        assertThat(median.get("a")).hasValue(2.0);
        assertThat(median.get("b")).hasValue(15.0);
        assertThat(median.get("c")).isEmpty();
        assertThat(Figures.median(List.of()).values()).isEmpty();
    }

    @Test
    void whatIsNoNumberWasNotMeasured() {
        Figures figures = new Figures.Builder()
                .with("none", Double.NaN)
                .with("endless", Double.POSITIVE_INFINITY)
                .with("some", 1)
                .build();
        assertThat(figures.values()).containsOnlyKeys("some");
    }
}
