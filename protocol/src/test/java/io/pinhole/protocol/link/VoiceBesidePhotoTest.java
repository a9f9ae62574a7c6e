package io.pinhole.protocol.link;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Voice does not notice the photo, and the photo takes what voice leaves, whatever the line. */
final class VoiceBesidePhotoTest {

    private static final long[] SEEDS = {1, 2, 3};

    /**
     * What a line must come to.
     *
     * @param extraMillis how much later half of the voice may be than without a photo
     * @param latePercent of voice, more than 200 ms later than half of it without a photo
     * @param ratio of the photo's time to that on the line's rate less the voice
     */
    private record Bar(double extraMillis, double latePercent, double ratio) {}

    static Stream<Arguments> lines() {
        return Stream.of(
                        rows(64, 120_000, new Bar(100, 0.5, 1.3)),
                        rows(128, 200_000, new Bar(90, 0.5, 1.2)),
                        rows(256, 300_000, new Bar(60, 0.5, 1.2)),
                        rows(2000, 1_000_000, new Bar(30, 0.5, 2)))
                .flatMap(rows -> rows);
    }

    private static Stream<Arguments> rows(int kilobits, int photo, Bar bar) {
        return IntStream.of(20, 200, 600).mapToObj(roundTrip -> Arguments.of(kilobits, roundTrip, photo, bar));
    }

    @ParameterizedTest(name = "{0} kbit/s, {1} ms")
    @MethodSource("lines")
    void both_talk(int kilobits, int roundTrip, int photo, Bar bar) {
        for (long seed : SEEDS) {
            CallReport report = SimulatedCall.on(line(kilobits, roundTrip))
                    .talking()
                    .photo(photo)
                    .at(10, SECONDS)
                    .run(seed);
            check(report, bar);
            assertThat(report.down().lateLoaded()).as("%s", report).isLessThanOrEqualTo(bar.latePercent / 100);
        }
    }

    /** All that there is room for beside voice, as long as the line is taken for a poorer one, are pieces that measure nothing. */
    @ParameterizedTest(name = "after {0} ms")
    @CsvSource({"0", "50", "100", "200", "400"})
    void a_photo_on_a_line_that_nobody_knows_yet_does_not_wait_until_somebody_is_silent(long millis) {
        for (long seed : SEEDS) {
            CallReport report = SimulatedCall.on(Lines.L1)
                    .talking()
                    .drawing()
                    .photo(50_000)
                    .at(millis, MILLISECONDS)
                    .run(seed);
            assertThat(report.up().photos().get(0).ratio()).as("%s", report).isLessThan(1.6);
        }
    }

    /** Its own headers, acknowledgements and answers take half of the line, so there is little room for anything. */
    @ParameterizedTest(name = "32 kbit/s, {0} ms")
    @CsvSource({"20", "200", "600"})
    void on_the_slowest_line_one_talks(int roundTrip) {
        for (long seed : SEEDS) {
            check(
                    SimulatedCall.on(line(32, roundTrip))
                            .speaking()
                            .voice(60, 60)
                            .photo(60_000)
                            .at(10, SECONDS)
                            .run(seed),
                    new Bar(130, 4, 1.5));
        }
    }

    @ParameterizedTest(name = "32 kbit/s, {0} ms")
    @CsvSource({"20", "200", "600"})
    void on_the_slowest_line_both_talk(int roundTrip) {
        for (long seed : SEEDS) {
            check(
                    SimulatedCall.on(line(32, roundTrip))
                            .talking()
                            .voice(60, 60)
                            .photo(60_000)
                            .at(10, SECONDS)
                            .run(seed),
                    new Bar(140, 16, 2.3));
        }
    }

    /** There the photo is over before TCP has found out what the line takes. */
    @ParameterizedTest(name = "20 Mbit/s, {0} ms")
    @CsvSource({"20, 0.5, 2", "200, 5, 5"})
    void on_a_line_of_plenty_both_talk(int roundTrip, double latePercent, double ratio) {
        for (long seed : SEEDS) {
            CallReport report = SimulatedCall.on(line(20_000, roundTrip))
                    .talking()
                    .photo(2_000_000)
                    .at(10, SECONDS)
                    .run(seed);
            check(report, new Bar(60, latePercent, ratio));
        }
    }

    /** What TCP repairs is late with or without a photo. */
    @ParameterizedTest(name = "{0} % lost, {1} kbit/s, {2} ms")
    @CsvSource({
        "1, 64, 100, 5",
        "1, 256, 300, 6",
        "2, 64, 300, 10",
        "2, 256, 100, 6",
        "2, 2000, 100, 6",
        "5, 64, 100, 16"
    })
    void on_a_line_that_loses_little_more_is_late_than_without_the_photo(
            double percent, int kilobits, int roundTrip, double points) {
        Lines line = line(kilobits, roundTrip).both(shape -> shape.losing(percent));
        double with = 0;
        double without = 0;
        StringBuilder reports = new StringBuilder();
        for (long seed : SEEDS) {
            CallReport quiet = SimulatedCall.on(line).talking().run(seed);
            CallReport loaded = SimulatedCall.on(line)
                    .talking()
                    .photo(kilobits * 1000 / 8 * 20)
                    .at(10, SECONDS)
                    .run(seed);
            without += 100 * quiet.up().lateQuiet() / SEEDS.length;
            with += 100 * loaded.up().lateLoaded() / SEEDS.length;
            reports.append(loaded).append('\n');
        }
        assertThat(with - without).as("%s", reports).isLessThan(points);
    }

    /**
     * Two packets that came together then need not have come over a fast line. Where pairs were believed all the same,
     * between 2 and 90 % of voice was late, and seconds late.
     */
    @ParameterizedTest(name = "{0} kbit/s, {1} ms, {2} ms either way")
    @CsvSource({
        "64, 200, 5, 1.2",
        "64, 200, 20, 1.4",
        "64, 200, 40, 2.1",
        "256, 100, 10, 1.3",
        "256, 100, 40, 2.7",
        "2000, 40, 20, 4"
    })
    void on_a_line_whose_delay_jumps_about(int kilobits, int roundTrip, int jitter, double ratio) {
        Lines line = line(kilobits, roundTrip).both(shape -> shape.jittering(jitter));
        for (long seed : SEEDS) {
            CallReport report = SimulatedCall.on(line)
                    .speaking()
                    .drawing()
                    .photo(kilobits * 1000 / 8 * 12)
                    .at(5, SECONDS)
                    .run(seed);
            assertThat(100 * report.up().lateLoaded()).as("%s", report).isLessThan(3);
            assertThat(report.up().photos().get(0).ratio()).as("%s", report).isLessThan(ratio);
        }
    }

    private static Lines line(int kilobits, int roundTrip) {
        return Lines.both(LineShape.of(kilobits, roundTrip / 2, kilobits < 2000 ? 1500 : 200));
    }

    private static void check(CallReport report, Bar bar) {
        CallReport.Direction up = report.up();
        assertThat(up.loaded().p50() - up.quiet().p50()).as("%s", report).isLessThan(bar.extraMillis);
        assertThat(100 * up.lateLoaded()).as("%s", report).isLessThanOrEqualTo(bar.latePercent);
        assertThat(up.photos().get(0).ratio()).as("%s", report).isLessThan(bar.ratio);
    }
}
