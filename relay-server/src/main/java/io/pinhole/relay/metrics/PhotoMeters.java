package io.pinhole.relay.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.relay.photo.PhotoMeter;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** How long viewers wait for photos. Any thread. */
final class PhotoMeters implements PhotoMeter {

    private final MeterRegistry registry;

    PhotoMeters(MeterRegistry registry) {
        this.registry = registry;
        for (Rendition rendition : Rendition.values()) {
            firstScan(rendition);
            whole(rendition);
        }
    }

    @Override
    public void firstScanSent(Rendition rendition, long nanos) {
        firstScan(rendition).record(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void allSent(Rendition rendition, long nanos) {
        whole(rendition).record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer firstScan(Rendition rendition) {
        return timer("pinhole.photo.first.scan", "From a viewer's asking to the sending of the first scan", rendition);
    }

    private Timer whole(Rendition rendition) {
        return timer("pinhole.photo.whole", "From a viewer's asking to the sending of all", rendition);
    }

    private Timer timer(String name, String help, Rendition rendition) {
        return Timer.builder(name)
                .description(help + ", of renditions that are sent from the start")
                .tag("rendition", rendition.name().toLowerCase(Locale.ROOT))
                .serviceLevelObjectives(
                        Duration.ofMillis(100),
                        Duration.ofMillis(250),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(10))
                .register(registry);
    }
}
