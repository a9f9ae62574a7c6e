package io.pinhole.loadtest.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class RelayFiguresTest {

    private static final String METRICS = """
            # TYPE pinhole_voice_relay_delay_seconds histogram
            pinhole_voice_relay_delay_seconds_bucket{le="1.0E-4",} 30.0
            pinhole_voice_relay_delay_seconds_bucket{le="2.0E-4",} 90.0
            pinhole_voice_relay_delay_seconds_bucket{le="+Inf",} 100.0
            pinhole_voice_relay_delay_seconds_count 100.0
            pinhole_voice_dropped_total{cause="age",} 2.0
            pinhole_voice_dropped_total{cause="count",} 1.0
            process_cpu_seconds_total 1.25
            """;

    @Test
    void theFiguresAreFoundAmongTheMetrics() throws IOException {
        RelayFigures figures = RelayFigures.parse(METRICS);
        assertThat(figures.delay().count()).isEqualTo(100);
        assertThat(figures.delay().quantile(0.6)).isCloseTo(1.5e-4, within(1e-9));
        assertThat(figures.dropped()).isEqualTo(3);
        assertThat(figures.cpuSeconds()).isEqualTo(1.25);
    }

    @Test
    void metricsWithoutThemAreNotTakenForZeros() {
        assertThatThrownBy(() -> RelayFigures.parse("up 1\n"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("process_cpu_seconds_total");
    }
}
