package io.pinhole.relay.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.pinhole.protocol.frame.Code;
import io.pinhole.relay.annotation.AnnotationMeter;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/** What becomes of operations, and what those who follow are sent. Any thread. */
final class AnnotationMeters implements AnnotationMeter {

    private final MeterRegistry registry;
    private final Counter applied;
    private final Counter refused;
    private final Counter repeated;
    private final Timer commit;
    private final Counter epochChanges;
    private final Counter cacheHits;
    private final Counter cacheMisses;
    private final Counter cacheEvictions;

    AnnotationMeters(MeterRegistry registry) {
        this.registry = registry;
        applied = operations("applied");
        refused = operations("refused");
        repeated = operations("repeated");
        Arrays.stream(Code.values()).forEach(this::refusedFor);
        commit = Timer.builder("pinhole.operation.commit")
                .description("From the arrival of a batch of operations at its call to its being durable")
                .serviceLevelObjectives(
                        Duration.ofNanos(500_000),
                        Duration.ofMillis(1),
                        Duration.ofMillis(2),
                        Duration.ofMillis(5),
                        Duration.ofMillis(10),
                        Duration.ofMillis(25),
                        Duration.ofMillis(100),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(2))
                .register(registry);
        epochChanges = Counter.builder("pinhole.epoch.changes")
                .description("Operations, and claims to hold a revision, that named another epoch than the log's")
                .register(registry);
        Arrays.stream(Cause.values()).forEach(this::snapshots);
        cacheHits = lookups("hit");
        cacheMisses = lookups("miss");
        cacheEvictions = Counter.builder("pinhole.widget.cache.evictions")
                .description("Photos whose widgets had to give way to others in the cache")
                .register(registry);
    }

    @Override
    public Runnable arrived() {
        Timer.Sample since = Timer.start(registry);
        return () -> since.stop(commit);
    }

    @Override
    public void applied() {
        applied.increment();
    }

    @Override
    public void refused(Code code, int operations) {
        refused.increment(operations);
        refusedFor(code).increment(operations);
    }

    @Override
    public void repeated() {
        repeated.increment();
    }

    @Override
    public void epochChanged() {
        epochChanges.increment();
    }

    @Override
    public void snapshot(Cause cause) {
        snapshots(cause).increment();
    }

    @Override
    public void cacheHit() {
        cacheHits.increment();
    }

    @Override
    public void cacheMiss() {
        cacheMisses.increment();
    }

    @Override
    public void cacheEvicted() {
        cacheEvictions.increment();
    }

    private Counter operations(String result) {
        return counter("pinhole.operations", "Operations, by what became of them", "result", result);
    }

    private Counter refusedFor(Code code) {
        return counter("pinhole.operations.refused", "Operations that were refused, by reason", "reason", word(code));
    }

    private Counter snapshots(Cause cause) {
        return counter("pinhole.snapshots", "Snapshots of a photo's widgets that were sent", "cause", word(cause));
    }

    private Counter lookups(String result) {
        return counter("pinhole.widget.cache.lookups", "Times that a photo's widgets were needed", "result", result);
    }

    private Counter counter(String name, String help, String label, String value) {
        return Counter.builder(name).description(help).tag(label, value).register(registry);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
