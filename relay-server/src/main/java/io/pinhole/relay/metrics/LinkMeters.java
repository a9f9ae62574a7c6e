package io.pinhole.relay.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.pinhole.protocol.frame.TrafficClass;
import io.pinhole.protocol.link.LineEstimate;
import io.pinhole.protocol.link.LinkMeter;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What all links carry, per traffic class. Any thread. */
final class LinkMeters implements LinkMeter {

    private final Counter[] framesSent = new Counter[TrafficClass.values().length];
    private final Counter[] bytesSent = new Counter[TrafficClass.values().length];
    private final Counter[] framesReceived = new Counter[TrafficClass.values().length];
    private final Counter[] bytesReceived = new Counter[TrafficClass.values().length];
    private final Timer voiceDelay;
    private final Counter voiceDropped;
    private final Counter deltasLapsed;

    LinkMeters(MeterRegistry registry) {
        for (TrafficClass c : TrafficClass.values()) {
            framesSent[c.number()] = counter(registry, "pinhole.frames", "Frames on links", null, c, "out");
            framesReceived[c.number()] = counter(registry, "pinhole.frames", "Frames on links", null, c, "in");
            bytesSent[c.number()] = counter(registry, "pinhole.link", "Bytes of frames on links", "bytes", c, "out");
            bytesReceived[c.number()] = counter(registry, "pinhole.link", "Bytes of frames on links", "bytes", c, "in");
        }
        voiceDelay = Timer.builder("pinhole.voice.relay.delay")
                .description("From a voice frame's reading at its speaker's connection to its writing at a listener's")
                .serviceLevelObjectives(
                        Duration.ofNanos(100_000),
                        Duration.ofNanos(200_000),
                        Duration.ofNanos(500_000),
                        Duration.ofMillis(1),
                        Duration.ofMillis(2),
                        Duration.ofMillis(5),
                        Duration.ofMillis(10),
                        Duration.ofMillis(20),
                        Duration.ofMillis(40),
                        Duration.ofMillis(80),
                        Duration.ofMillis(160),
                        Duration.ofMillis(400))
                .register(registry);
        voiceDropped = Counter.builder("pinhole.voice.dropped")
                .description("Voice frames dropped because they waited too long")
                .register(registry);
        deltasLapsed = Counter.builder("pinhole.deltas.lapsed")
                .description("Times that the waiting deltas of a photo gave way to a snapshot, as a line was too slow")
                .register(registry);
    }

    @Override
    public void sent(TrafficClass trafficClass, int bytes) {
        framesSent[trafficClass.number()].increment();
        bytesSent[trafficClass.number()].increment(bytes);
    }

    @Override
    public void received(TrafficClass trafficClass, int bytes) {
        framesReceived[trafficClass.number()].increment();
        bytesReceived[trafficClass.number()].increment(bytes);
    }

    @Override
    public void voiceSent(long ageNanos) {
        voiceDelay.record(ageNanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void voiceDropped(long frames) {
        voiceDropped.increment((double) frames);
    }

    @Override
    public void deltasLapsed() {
        deltasLapsed.increment();
    }

    @Override
    public void estimated(LineEstimate line) {}

    private static Counter counter(
            MeterRegistry registry, String name, String help, @Nullable String unit, TrafficClass c, String direction) {
        return Counter.builder(name)
                .description(help)
                .baseUnit(unit)
                .tag("class", c.name().toLowerCase(Locale.ROOT))
                .tag("direction", direction)
                .register(registry);
    }
}
