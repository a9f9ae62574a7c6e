package io.pinhole.loadtest.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VoicePathTest {

    private static final long FRAME = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);
    private static final int FRAMES = 100;
    private static final long END = FRAMES * FRAME;
    private static final Span ALL = new Span(0, END);

    private final List<Happening> sent = IntStream.range(0, FRAMES)
            .mapToObj(i -> happening(Part.OPERATOR, i * FRAME, Map.of()))
            .toList();

    @Test
    void whatWasSaidIsHeard() {
        VoicePath path = path(heard(10, 90, 0, 5 * MILLI));
        assertThat(path.missing(ALL)).isZero();
        assertThat(path.frames(ALL)).isEqualTo(80);
        assertThat(path.delay(ALL)).isEqualTo(5 * MILLI);
    }

    @Test
    void ticksMayRunOver() {
        VoicePath path = path(heard(10, 90, 65536 - 100, 5 * MILLI));
        assertThat(path.missing(ALL)).isZero();
        assertThat(path.delay(ALL)).isEqualTo(5 * MILLI);
    }

    @Test
    void aGapInTicksIsMissing() {
        VoicePath path = path(join(heard(10, 40, 0, 5 * MILLI), heard(43, 90, 0, 5 * MILLI)));
        assertThat(path.missing(ALL)).isEqualTo(3);
        assertThat(path.delay(ALL)).isEqualTo(5 * MILLI);
    }

    @Test
    void longerFramesAreNoGapButOneOfThemThatIsMissingIs() {
        List<Happening> longer = IntStream.of(0, 1, 2, 4, 5)
                .mapToObj(i -> happening(
                        Part.EXPERT,
                        (40 + i) * FRAME + 5 * MILLI,
                        Map.of("tick", 80 + 6 * i, "millis", 60, "talkStart", false)))
                .toList();
        VoicePath path = new VoicePath(sent.subList(0, 46), join(heard(10, 40, 0, 5 * MILLI), longer), END);
        assertThat(path.missing(ALL)).isEqualTo(1);
        assertThat(path.frames(ALL)).isEqualTo(35);
    }

    @Test
    void aNewStretchOfSpeechIsNoGap() {
        List<Happening> second = new ArrayList<>(heard(40, 90, 30, 5 * MILLI));
        second.set(0, stretch(second.get(0)));
        VoicePath path = path(join(heard(10, 40, 0, 5 * MILLI), second));
        assertThat(path.missing(ALL)).isZero();
        assertThat(path.delay(ALL)).isEqualTo(5 * MILLI);
    }

    @Test
    void aFrameLostBetweenTwoStretchesIsMissing() {
        List<Happening> second = new ArrayList<>(heard(60, 80, 30, 5 * MILLI));
        second.set(0, stretch(second.get(0)));
        VoicePath path = path(join(heard(10, 59, 0, 5 * MILLI), second));
        assertThat(path.missing(ALL)).isEqualTo(1);
    }

    @Test
    void whatIsNotHeardToTheEndIsMissing() {
        VoicePath path = path(heard(10, 70, 0, 5 * MILLI));
        assertThat(path.missing(ALL)).isEqualTo(10); // the last 400 ms may still be on their way
    }

    @Test
    void silenceAndDelayAreTheLongest() {
        VoicePath path = path(join(heard(10, 50, 0, 5 * MILLI), heard(50, 90, 0, 105 * MILLI)));
        assertThat(path.missing(ALL)).isZero();
        assertThat(path.delay(ALL)).isEqualTo(105 * MILLI);
        assertThat(path.longestSilence(ALL).orElseThrow().nanos()).isEqualTo(120 * MILLI);
        assertThat(path.longestSilence(new Span(0, 30 * FRAME)).orElseThrow().nanos())
                .isEqualTo(FRAME);
    }

    @Test
    void eachTimeHasItsOwnLossAndDelay() {
        VoicePath path = path(join(
                join(heard(10, 40, 0, 5 * MILLI), heard(42, 60, 0, 5 * MILLI)),
                join(heard(60, 75, 0, 105 * MILLI), heard(76, 90, 0, 105 * MILLI))));
        Span first = new Span(0, 50 * FRAME);
        Span second = new Span(50 * FRAME, END);
        assertThat(path.missing(first)).isEqualTo(2);
        assertThat(path.missing(second)).isEqualTo(1);
        assertThat(path.delay(first)).isEqualTo(5 * MILLI);
        assertThat(path.delay(second)).isEqualTo(105 * MILLI);
        assertThat(path.frames(first) + path.frames(second)).isEqualTo(77);
    }

    @Test
    void nothingHeardIsAllMissing() {
        assertThat(path(List.of()).missing(ALL)).isEqualTo(80);
        assertThat(path(List.of()).longestSilence(ALL)).isEmpty();
    }

    /** Where most is lost, the beginning of a stretch may be, and with it what tells a pause from a loss. */
    @Test
    void whatIsLostAfterATimeIsNotMissingInIt() {
        Story story = new Story();
        story.add(new Happening(Part.OPERATOR, 0, "joined", Map.of("participant", 1)));
        for (int i = 0; i < FRAMES; i++) {
            story.add(new Happening(Part.OPERATOR, i * FRAME, "voice-sent", Map.of()));
        }
        for (Happening frame : join(heard(10, 50, 0, 5 * MILLI), heard(80, 90, 200, 5 * MILLI))) {
            story.add(new Happening(Part.EXPERT, frame.at(), "voice-received", from(frame)));
        }
        Span first = new Span(10 * FRAME, 50 * FRAME + 5 * MILLI);
        assertThat(voice(story, ALL).missing(first)).isPositive();
        assertThat(voice(story, first).missing(first)).isZero();
        assertThat(voice(story, first).frames(first)).isEqualTo(40);
    }

    private static VoicePath voice(Story story, Span time) {
        return VoicePath.of(story, Part.OPERATOR, Part.EXPERT, time);
    }

    private static Map<String, Object> from(Happening frame) {
        Map<String, Object> fields = new HashMap<>(frame.fields());
        fields.put("from", 1);
        return fields;
    }

    private VoicePath path(List<Happening> heard) {
        return new VoicePath(sent, heard, END);
    }

    private static List<Happening> heard(int from, int to, int tick, long delay) {
        return IntStream.range(from, to)
                .mapToObj(i -> happening(
                        Part.EXPERT,
                        i * FRAME + delay,
                        Map.of("tick", (tick + 2 * i) & 0xffff, "millis", 20, "talkStart", false)))
                .toList();
    }

    private static List<Happening> join(List<Happening> first, List<Happening> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private static Happening stretch(Happening frame) {
        return happening(
                Part.EXPERT, frame.at(), Map.of("tick", frame.number("tick"), "millis", 20, "talkStart", true));
    }

    private static Happening happening(Part part, long at, Map<String, Object> fields) {
        return new Happening(part, at, "voice", fields);
    }
}
