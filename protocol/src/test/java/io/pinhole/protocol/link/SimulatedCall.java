package io.pinhole.protocol.link;

import static io.pinhole.protocol.link.SimulatedTime.SECONDS;

import io.pinhole.protocol.frame.Voice;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A call over simulated lines, from what people do to how it went: {@code
 * SimulatedCall.on(Lines.L1).talking().photo(300_000).at(5, SECONDS).run(1)}. Lasts until all photos have come, or a
 * minute. Everything is decided by the seed; {@code -Dpinhole.seed} overrides that of the test.
 */
final class SimulatedCall {

    private final Lines lines;
    private final List<SimulatedFlow.PlannedPhoto> photosUp = new ArrayList<>();
    private final List<SimulatedFlow.PlannedPhoto> photosDown = new ArrayList<>();
    private final List<SimulatedBulk.Span> bulkUp = new ArrayList<>();
    private final List<SimulatedBulk.Span> bulkDown = new ArrayList<>();
    private boolean isSpeaking;
    private boolean isListening;
    private int voiceBytes = 40;
    private Voice.Duration voiceFrame = Voice.Duration.MILLIS_20;
    private boolean draws;
    private long least;
    private int fastPerMillion;

    /**
     * All that was asked for.
     *
     * @param up what the client's person does
     * @param down what reaches the client
     * @param fastPerMillion by how much the relay's clock runs faster than the client's
     */
    record Scenario(Lines lines, Way up, Way down, long leastNanos, int fastPerMillion) {}

    /**
     * One direction of it.
     *
     * @param bulk other people's transfers
     */
    record Way(SimulatedFlow.Plan plan, List<SimulatedBulk.Span> bulk) {}

    private SimulatedCall(Lines lines) {
        this.lines = lines;
    }

    static SimulatedCall on(Lines lines) {
        return new SimulatedCall(lines);
    }

    /** Both speak all the time. */
    SimulatedCall talking() {
        return speaking().listening();
    }

    /** The client's person speaks all the time. */
    SimulatedCall speaking() {
        isSpeaking = true;
        return this;
    }

    /** The client's person hears somebody all the time. */
    SimulatedCall listening() {
        isListening = true;
        return this;
    }

    /** Instead of 40 bytes every 20 ms. */
    SimulatedCall voice(int bytes, int millis) {
        voiceBytes = bytes;
        voiceFrame = Voice.Duration.ofMillis(millis);
        return this;
    }

    /** Both draw all the time: a note of about 80 bytes, five times a second. */
    SimulatedCall drawing() {
        draws = true;
        return this;
    }

    /** The client shows a photo. */
    PlannedPhoto photo(int bytes) {
        return nanos -> {
            photosUp.add(new SimulatedFlow.PlannedPhoto(bytes, nanos));
            return this;
        };
    }

    /** The client is shown a photo. */
    PlannedPhoto photoDown(int bytes) {
        return nanos -> {
            photosDown.add(new SimulatedFlow.PlannedPhoto(bytes, nanos));
            return this;
        };
    }

    /** When a photo begins. */
    interface PlannedPhoto {
        SimulatedCall atNanos(long nanos);

        default SimulatedCall at(long time, TimeUnit unit) {
            return atNanos(unit.toNanos(time));
        }
    }

    /** Somebody else sends as much as TCP can, on the way up. */
    SimulatedCall bulkUp(long fromSecond, long toSecond) {
        bulkUp.add(new SimulatedBulk.Span(fromSecond * SECONDS, toSecond * SECONDS));
        return this;
    }

    SimulatedCall bulkDown(long fromSecond, long toSecond) {
        bulkDown.add(new SimulatedBulk.Span(fromSecond * SECONDS, toSecond * SECONDS));
        return this;
    }

    /** At least so long. */
    SimulatedCall lasting(long duration, TimeUnit unit) {
        least = unit.toNanos(duration);
        return this;
    }

    /** The relay's clock runs faster than the client's, or slower. */
    SimulatedCall drifting(int perMillion) {
        fastPerMillion = perMillion;
        return this;
    }

    CallReport run(long seed) {
        long chosen = Long.getLong("pinhole.seed", seed);
        Scenario scenario = new Scenario(
                lines,
                new Way(plan(isSpeaking, photosUp), List.copyOf(bulkUp)),
                new Way(plan(isListening, photosDown), List.copyOf(bulkDown)),
                least,
                fastPerMillion);
        try {
            return new SimulatedRun(scenario, chosen).report();
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError("-Dpinhole.seed=" + chosen, e);
        }
    }

    private SimulatedFlow.Plan plan(boolean speaks, List<SimulatedFlow.PlannedPhoto> photos) {
        return new SimulatedFlow.Plan(speaks ? voiceBytes : 0, voiceFrame, draws, List.copyOf(photos));
    }
}
