package io.pinhole.protocol.link;

import static io.pinhole.protocol.link.SimulatedTime.MILLIS;
import static io.pinhole.protocol.link.SimulatedTime.SECONDS;

import io.pinhole.protocol.frame.Voice;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * A call over simulated lines, from what people do to how it went: {@code
 * SimulatedCall.on(Lines.L1).talking().photo(300_000).at(5, SECONDS).run(1)}. Lasts until all photos have come, or a
 * minute. Everything is decided by the seed; {@code -Dpinhole.seed} overrides that of the test.
 */
final class SimulatedCall {

    private static final long MINUTE = 60 * SECONDS;
    private static final long PATIENCE = 30 * MINUTE;

    /** How long everybody goes on talking after the last photo. */
    private static final long AFTERWARDS = 3 * SECONDS;

    /** Headers that a voice frame cannot do without. */
    private static final int LEAST_HEADER_BYTES = 28;

    private final Lines lines;
    private final List<SimulatedFlow.PlannedPhoto> photosUp = new ArrayList<>();
    private final List<SimulatedFlow.PlannedPhoto> photosDown = new ArrayList<>();
    private final List<SimulatedBulk.Span> bulkUp = new ArrayList<>();
    private final List<SimulatedBulk.Span> bulkDown = new ArrayList<>();
    private int voiceUp;
    private int voiceDown;
    private int voiceBytes = 40;
    private Voice.Duration voiceFrame = Voice.Duration.MILLIS_20;
    private boolean draws;
    private long least;

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
        voiceUp = 1;
        return this;
    }

    /** The client's person hears somebody all the time. */
    SimulatedCall listening() {
        voiceDown = 1;
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

    CallReport run(long seed) {
        long chosen = Long.getLong("pinhole.seed", seed);
        try {
            return new Running(new SplittableRandom(chosen)).report(chosen);
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError("-Dpinhole.seed=" + chosen, e);
        }
    }

    private SimulatedFlow.Plan plan(int speakers, List<SimulatedFlow.PlannedPhoto> photos) {
        return new SimulatedFlow.Plan(speakers * voiceBytes, voiceFrame, draws, photos);
    }

    /** One run. */
    private final class Running {

        private final SimulatedTime time = new SimulatedTime();
        private final SimulatedFlow flowUp = new SimulatedFlow(time, plan(voiceUp, photosUp));
        private final SimulatedFlow flowDown = new SimulatedFlow(time, plan(voiceDown, photosDown));
        private final SimulatedMeter meterUp = new SimulatedMeter();
        private final SimulatedMeter meterDown = new SimulatedMeter();
        private final SimulatedLine up;
        private final SimulatedLine down;
        private final List<SimulatedTcp> tcp;
        private final SimulatedEnd client;
        private final SimulatedEnd relay;

        Running(SplittableRandom random) {
            up = new SimulatedLine(time, lines.up(), random.split());
            down = new SimulatedLine(time, lines.down(), random.split());
            tcp = SimulatedTcp.pair(time, up, down);
            client = new SimulatedEnd(tcp.get(0), clock(random), meterUp, flowDown::received);
            relay = new SimulatedEnd(tcp.get(1), clock(random), meterDown, flowUp::received);
            bulkUp.forEach(span -> new SimulatedBulk(time, up, down, span));
            bulkDown.forEach(span -> new SimulatedBulk(time, down, up, span));
            flowUp.start(client, random);
            flowDown.start(relay, random);
            time.runUntil(PATIENCE, this::arePhotosComplete);
            boolean arePhotos = !photosUp.isEmpty() || !photosDown.isEmpty();
            time.runUntil(Math.max(least, arePhotos ? time.now() + AFTERWARDS : MINUTE));
            flowUp.stop();
            flowDown.stop();
            time.runUntil(time.now() + MINUTE, () -> hasCome(flowUp, meterUp) && hasCome(flowDown, meterDown));
            client.stop();
            relay.stop();
        }

        private SimulatedEnd.Clock clock(SplittableRandom random) {
            return new SimulatedEnd.Clock(time, random.nextLong(-MINUTE * MINUTE / SECONDS, MINUTE * MINUTE / SECONDS));
        }

        private boolean arePhotosComplete() {
            return flowUp.arePhotosComplete() && flowDown.arePhotosComplete();
        }

        private static boolean hasCome(SimulatedFlow flow, SimulatedMeter meter) {
            return flow.voice().arrived() + meter.dropped() >= flow.voice().count()
                    && flow.notes().arrived() == flow.notes().count();
        }

        CallReport report(long seed) {
            long trace = up.trace() * 31 + down.trace();
            return new CallReport(
                    lines,
                    seed,
                    direction(flowUp, lines.up(), meterUp.dropped(), meterUp.bytes(client, tcp.get(0))),
                    direction(flowDown, lines.down(), meterDown.dropped(), meterDown.bytes(relay, tcp.get(1))),
                    trace);
        }

        private CallReport.Direction direction(
                SimulatedFlow flow, LineShape shape, long dropped, CallReport.WireBytes wire) {
            return new CallReport.Direction(
                    flow.voice().delays(spoken -> !isPhotoOn(spoken)),
                    flow.voice().delays(this::isPhotoOn),
                    dropped,
                    flow.voice().count() - flow.voice().arrived(),
                    flow.notes().delays(drawn -> true),
                    flow.photos().stream()
                            .map(photo -> photo(photo, shape, flow.voice().count() > 0))
                            .toList(),
                    wire);
        }

        private boolean isPhotoOn(long nanos) {
            return isPhotoOn(flowUp, nanos) || isPhotoOn(flowDown, nanos);
        }

        private static boolean isPhotoOn(SimulatedFlow flow, long nanos) {
            return flow.photos().stream().anyMatch(photo -> photo.begun() <= nanos && nanos < photo.completed());
        }

        private CallReport.Photo photo(SimulatedPhoto photo, LineShape shape, boolean isSpoken) {
            double voice = isSpoken ? (voiceBytes + LEAST_HEADER_BYTES) * 8000.0 / voiceFrame.millis() : 0;
            double bits = photo.bytes() * 8.0;
            long now = photo.begun();
            while (bits > 0) {
                bits -= Math.max(0, shape.bitsPerSecondAt(now) - voice) / 1000;
                now += MILLIS;
            }
            double seconds = photo.isComplete()
                    ? (double) (photo.completed() - photo.begun()) / SECONDS
                    : Double.POSITIVE_INFINITY;
            return new CallReport.Photo(photo.bytes(), seconds, (double) (now - photo.begun()) / SECONDS);
        }
    }
}
