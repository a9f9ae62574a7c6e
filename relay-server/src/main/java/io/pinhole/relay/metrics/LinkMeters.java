package io.pinhole.relay.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.pinhole.protocol.frame.TrafficClass;
import io.pinhole.protocol.link.DropCause;
import io.pinhole.protocol.link.LineEstimate;
import io.pinhole.protocol.link.LinkMeter;
import java.time.Duration;
import java.util.Arrays;
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
    private final DistributionSummary bundleFrames;
    private final MeterRegistry registry;
    private final Timer controlWait;
    private final Timer deltaWait;
    private final Counter stalls;
    private final Timer stallTime;
    private final LineMeters lines;
    private final Counter deltasLapsed;

    LinkMeters(MeterRegistry registry) {
        this.registry = registry;
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
        bundleFrames = DistributionSummary.builder("pinhole.voice.bundle")
                .description("Voice frames that were written in one bundle")
                .baseUnit("frames")
                .serviceLevelObjectives(1, 2, 3, 4, 6, 8)
                .register(registry);
        Arrays.stream(DropCause.values()).forEach(this::dropped);
        controlWait = wait(registry, TrafficClass.CONTROL);
        deltaWait = wait(registry, TrafficClass.DELTA);
        stalls = Counter.builder("pinhole.link.stalls")
                .description("Times that a line from here did not move")
                .register(registry);
        stallTime = Timer.builder("pinhole.link.stall")
                .description("For how long a line from here did not move, of those that moved again")
                .serviceLevelObjectives(
                        Duration.ofMillis(200),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(25))
                .register(registry);
        lines = new LineMeters(registry);
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
    public void voiceSent(int frames, long ageNanos) {
        voiceDelay.record(ageNanos, TimeUnit.NANOSECONDS);
        bundleFrames.record(frames);
    }

    @Override
    public void voiceDropped(DropCause cause, long frames) {
        dropped(cause).increment((double) frames);
    }

    @Override
    public void waited(TrafficClass trafficClass, long nanos) {
        (trafficClass == TrafficClass.CONTROL ? controlWait : deltaWait).record(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void stalled() {
        stalls.increment();
    }

    @Override
    public void movesAgain(long nanos) {
        stallTime.record(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void deltasLapsed() {
        deltasLapsed.increment();
    }

    @Override
    public void estimated(LineEstimate line) {
        lines.estimated(line);
    }

    private Counter dropped(DropCause cause) {
        return Counter.builder("pinhole.voice.dropped")
                .description("Voice frames that were not sent, as they would have come too late, by cause")
                .tag("cause", cause.name().toLowerCase(Locale.ROOT))
                .register(registry);
    }

    private static Timer wait(MeterRegistry registry, TrafficClass c) {
        return Timer.builder("pinhole.link.wait")
                .description("From when something of a class waits to be sent until nothing of it does")
                .tag("class", c.name().toLowerCase(Locale.ROOT))
                .serviceLevelObjectives(
                        Duration.ofMillis(1),
                        Duration.ofMillis(5),
                        Duration.ofMillis(20),
                        Duration.ofMillis(60),
                        Duration.ofMillis(120),
                        Duration.ofMillis(250),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(5))
                .register(registry);
    }

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
