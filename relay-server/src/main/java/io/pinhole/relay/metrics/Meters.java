package io.pinhole.relay.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Refusal;
import io.pinhole.protocol.link.LinkMeter;
import io.pinhole.relay.annotation.AnnotationMeter;
import io.pinhole.relay.call.CallContext;
import io.pinhole.relay.capture.CaptureMeter;
import io.pinhole.relay.photo.PhotoMeter;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;

/** What the relay counts. Any thread. */
public final class Meters implements CallContext.Attendance {

    private final MeterRegistry registry;
    private final LinkMeters link;
    private final CaptureMeters captures;
    private final AnnotationMeters annotation;
    private final PhotoMeters photo;
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger participants = new AtomicInteger();
    private final Timer joins;

    public Meters(MeterRegistry registry) {
        this.registry = registry;
        this.link = new LinkMeters(registry);
        this.captures = new CaptureMeters(registry);
        this.annotation = new AnnotationMeters(registry);
        this.photo = new PhotoMeters(registry);
        gauge("pinhole.connections", "Connections, authenticated or not", connections, AtomicInteger::get);
        gauge("pinhole.participants", "People who are in a call now", participants, AtomicInteger::get);
        for (Code code : Code.values()) {
            closed(code);
            refusals(code);
        }
        joins = Timer.builder("pinhole.join")
                .description("From hello to welcome")
                .serviceLevelObjectives(
                        Duration.ofMillis(1),
                        Duration.ofMillis(5),
                        Duration.ofMillis(10),
                        Duration.ofMillis(25),
                        Duration.ofMillis(100),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(2))
                .register(registry);
    }

    /** What links carry, in all. */
    public LinkMeter link() {
        return link;
    }

    /** What is saved, in all. */
    public CaptureMeter captures() {
        return captures;
    }

    /** How long viewers wait for photos, in all. */
    public PhotoMeter photo() {
        return photo;
    }

    /** What becomes of operations, in all. */
    public AnnotationMeter annotation() {
        return annotation;
    }

    public void connectionOpened() {
        connections.incrementAndGet();
    }

    public void connectionClosed(Refusal reason) {
        connections.decrementAndGet();
        closed(reason.code().orElse(Code.INTERNAL)).increment();
    }

    public void joined(long nanos) {
        joins.record(nanos, TimeUnit.NANOSECONDS);
    }

    public void refused(Code code) {
        refusals(code).increment();
    }

    @Override
    public void participantJoined() {
        participants.incrementAndGet();
    }

    @Override
    public void participantLeft() {
        participants.decrementAndGet();
    }

    public <T> void unauthenticated(T source, ToDoubleFunction<T> value) {
        gauge("pinhole.connections.unauthenticated", "Connections that have not yet said who they are", source, value);
    }

    public <T> void httpConnections(T source, ToDoubleFunction<T> value) {
        gauge("pinhole.http.connections", "Connections to the HTTP port that are none of a call", source, value);
    }

    public <T> void calls(T source, ToDoubleFunction<T> value) {
        gauge("pinhole.calls", "Calls that run on this relay", source, value);
    }

    /** Seconds since the slowest event loop turned. */
    public <T> void loopLag(T source, ToDoubleFunction<T> seconds) {
        Gauge.builder("pinhole.event.loop.lag", source, seconds)
                .description("Since the slowest event loop last turned")
                .baseUnit("seconds")
                .strongReference(true)
                .register(registry);
    }

    /** 1 while the store takes writes. */
    public <T> void storeUp(T source, ToDoubleFunction<T> up) {
        gauge("pinhole.store.up", "1 while the store takes writes, else 0", source, up);
    }

    private <T> void gauge(String name, String help, T source, ToDoubleFunction<T> value) {
        Gauge.builder(name, source, value)
                .description(help)
                .strongReference(true)
                .register(registry);
    }

    private Counter closed(Code code) {
        return byReason("pinhole.connections.closed", "Connections that ended, by reason", code);
    }

    private Counter refusals(Code code) {
        return byReason("pinhole.joins.refused", "Joins that were refused, by reason", code);
    }

    private Counter byReason(String name, String help, Code code) {
        return Counter.builder(name)
                .description(help)
                .tag("reason", code.name().toLowerCase(Locale.ROOT))
                .register(registry);
    }
}
