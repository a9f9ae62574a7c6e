package io.pinhole.relay.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.pinhole.relay.capture.CaptureMeter;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** What is saved, and what becomes of it. */
final class CaptureMeters implements CaptureMeter {

    private final Counter saved;
    private final Counter failed;
    private final Timer drawn;

    CaptureMeters(MeterRegistry registry) {
        saved = Counter.builder("pinhole.captures.saved")
                .description("Saves that were granted, repeated ones included")
                .register(registry);
        failed = Counter.builder("pinhole.captures.failed")
                .description("Captures of which there will be no picture")
                .register(registry);
        drawn = Timer.builder("pinhole.capture.picture")
                .description("From beginning to draw the picture of a capture to its being stored")
                .serviceLevelObjectives(
                        Duration.ofMillis(100), Duration.ofMillis(500), Duration.ofSeconds(2), Duration.ofSeconds(10))
                .register(registry);
    }

    @Override
    public void saved() {
        saved.increment();
    }

    @Override
    public void drawn(long nanos) {
        drawn.record(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void failed() {
        failed.increment();
    }
}
