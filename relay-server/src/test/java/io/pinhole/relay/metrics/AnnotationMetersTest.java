package io.pinhole.relay.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.pinhole.protocol.frame.Code;
import io.pinhole.relay.annotation.AnnotationMeter;
import io.pinhole.relay.annotation.AnnotationMeter.Cause;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Under what name each thing is counted. */
final class AnnotationMetersTest {

    static List<Arguments> events() {
        return List.of(
                event(AnnotationMeter::applied, "pinhole_operations_total{result=\"applied\",} 1.0"),
                event(m -> m.refused(Code.TOO_FAST, 3), "pinhole_operations_total{result=\"refused\",} 3.0"),
                event(
                        m -> m.refused(Code.WIDGET_LOCKED, 3),
                        "pinhole_operations_refused_total{reason=\"widget_locked\",} 3.0"),
                event(AnnotationMeter::repeated, "pinhole_operations_total{result=\"repeated\",} 1.0"),
                event(m -> m.arrived().run(), "pinhole_operation_commit_seconds_count 1.0"),
                event(AnnotationMeter::epochChanged, "pinhole_epoch_changes_total 1.0"),
                event(m -> m.snapshot(Cause.OPENED), "pinhole_snapshots_total{cause=\"opened\",} 1.0"),
                event(m -> m.snapshot(Cause.LAPSED), "pinhole_snapshots_total{cause=\"lapsed\",} 1.0"),
                event(AnnotationMeter::cacheHit, "pinhole_widget_cache_lookups_total{result=\"hit\",} 1.0"),
                event(AnnotationMeter::cacheMiss, "pinhole_widget_cache_lookups_total{result=\"miss\",} 1.0"),
                event(AnnotationMeter::cacheEvicted, "pinhole_widget_cache_evictions_total 1.0"));
    }

    private static Arguments event(Consumer<AnnotationMeter> event, String line) {
        return Arguments.of(event, line);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("events")
    void whatHappensIsScrapedAndStandsAtZeroBefore(Consumer<AnnotationMeter> event, String line) {
        try (Scrape scrape = new Scrape()) {
            AnnotationMeter meter = new Meters(scrape.registry()).annotation();
            String zero = line.replaceAll("\\S+$", "0.0");
            assertThat(scrape.text().lines()).contains(zero).doesNotContain(line);

            event.accept(meter);

            assertThat(scrape.text().lines()).contains(line).doesNotContain(zero);
        }
    }

    @Test
    void aCommitTakesAsLongAsItsWatchRan() {
        AtomicLong nanos = new AtomicLong();
        MeterRegistry registry = new SimpleMeterRegistry(SimpleConfig.DEFAULT, clock(nanos));
        AnnotationMeter meter = new Meters(registry).annotation();
        Runnable first = meter.arrived();
        nanos.addAndGet(2_000_000);
        meter.arrived();
        first.run();

        Timer commit = registry.get("pinhole.operation.commit").timer();
        assertThat(commit.count()).isOne();
        assertThat(commit.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(2);
    }

    private static Clock clock(AtomicLong nanos) {
        return new Clock() {
            @Override
            public long wallTime() {
                return 0;
            }

            @Override
            public long monotonicTime() {
                return nanos.get();
            }
        };
    }
}
