package io.pinhole.relay.metrics;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.pinhole.protocol.link.LineEstimate;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/** What is known of all lines: a sample a second of each on which anything moves. Any thread. */
final class LineMeters {

    private static final double NANOS_A_MILLI = 1e6;
    private static final double[] RATES = {
        16e3, 24e3, 32e3, 48e3, 64e3, 96e3, 128e3, 256e3, 512e3, 1e6, 2e6, 5e6, 8e6, 20e6
    };
    private static final double[] BYTES = {
        256, 1024, 4096, 16 << 10, 32 << 10, 64 << 10, 128 << 10, 256 << 10, 512 << 10
    };

    private final DistributionSummary outRate;
    private final DistributionSummary inRate;
    private final Timer roundTrip;
    private final Timer queue;
    private final Timer tick;
    private final DistributionSummary window;
    private final DistributionSummary inFlight;
    private final DistributionSummary controlWaiting;
    private final DistributionSummary voiceWaiting;
    private final DistributionSummary deltaWaiting;

    LineMeters(MeterRegistry registry) {
        outRate = rate(registry, "out");
        inRate = rate(registry, "in");
        roundTrip = timer("pinhole.link.round.trip", "Of empty lines", 10, 20, 50, 100, 200, 300, 500, 1000, 2000, 5000)
                .register(registry);
        queue = timer(
                        "pinhole.link.queue",
                        "In the queues of lines, as their far ends say",
                        2,
                        5,
                        10,
                        20,
                        50,
                        100,
                        200,
                        400,
                        1000,
                        5000)
                .register(registry);
        tick = timer("pinhole.link.tick", "Between two flushes of voice", 10, 20, 40, 60, 80, 120)
                .register(registry);
        window = bytes("pinhole.link.window", "Photo bytes that may be on their way, while any are")
                .register(registry);
        inFlight = bytes("pinhole.link.in.flight", "Photo bytes that are on their way, while any are")
                .register(registry);
        controlWaiting = waiting(registry, "control");
        voiceWaiting = waiting(registry, "voice");
        deltaWaiting = waiting(registry, "delta");
    }

    void estimated(LineEstimate line) {
        recordIfKnown(outRate, line.outBitsPerSecond());
        recordIfKnown(inRate, line.inBitsPerSecond());
        if (line.roundTripMillis() > 0) { // nothing is known before the first answer
            record(roundTrip, line.roundTripMillis());
            record(queue, line.queueMillis());
        }
        record(tick, line.tickMillis());
        if (line.photoBytesInFlight() > 0) {
            window.record(line.windowBytes());
            inFlight.record(line.photoBytesInFlight());
        }
        controlWaiting.record(line.waiting().control());
        voiceWaiting.record(line.waiting().voice());
        deltaWaiting.record(line.waiting().delta());
    }

    private static void recordIfKnown(DistributionSummary summary, double value) {
        if (value > 0) {
            summary.record(value);
        }
    }

    private static void record(Timer timer, double millis) {
        timer.record((long) (millis * NANOS_A_MILLI), TimeUnit.NANOSECONDS);
    }

    private static DistributionSummary rate(MeterRegistry registry, String direction) {
        return DistributionSummary.builder("pinhole.line.rate")
                .description("Rates of lines that are known: from here (out) as their far ends say, to here (in)")
                .baseUnit("bits_per_second")
                .tag("direction", direction)
                .serviceLevelObjectives(RATES)
                .register(registry);
    }

    private static DistributionSummary waiting(MeterRegistry registry, String trafficClass) {
        return bytes("pinhole.link.waiting", "About what waits to be sent on a link")
                .tag("class", trafficClass)
                .register(registry);
    }

    private static DistributionSummary.Builder bytes(String name, String help) {
        return DistributionSummary.builder(name)
                .description(help)
                .baseUnit("bytes")
                .serviceLevelObjectives(BYTES);
    }

    private static Timer.Builder timer(String name, String help, long... millis) {
        return Timer.builder(name)
                .description(help)
                .serviceLevelObjectives(
                        LongStream.of(millis).mapToObj(Duration::ofMillis).toArray(Duration[]::new));
    }
}
