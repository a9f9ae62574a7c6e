package io.pinhole.protocol.link;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines that break off, become worse or better, or are somebody else's as well, in the middle of a photo. */
final class ChangingLineTest {

    /** TCP repeats what was lost at intervals that double: the next time may be as long away as the line was. */
    private static final double BACK = 30.5;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void after_five_seconds_without_a_line_voice_is_fresh_and_what_grew_old_is_not_sent(long seed) {
        CallReport report = SimulatedCall.on(Lines.L1.both(shape -> shape.out(20, 25)))
                .talking()
                .photo(295_000)
                .at(10, SECONDS)
                .run(seed);
        for (CallReport.Direction way : new CallReport.Direction[] {report.up(), report.down()}) {
            assertThat(way.voiceBetween(BACK, 40).quantile(1))
                    .as("%s", report)
                    .isLessThan(way.quiet().p50() + 200);
            Delays old = way.voiceBetween(22, 28);
            assertThat(old.shareOver(Double.MAX_VALUE))
                    .as("dropped: %s", report)
                    .isEqualTo(1);
            assertThat(way.voiceBetween(0, 19).quantile(1)).as("%s", report).isLessThan(Double.MAX_VALUE);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void a_line_that_falls_to_a_quarter_has_voice_back_in_two_and_a_half_seconds(long seed) {
        CallReport report = SimulatedCall.on(
                        Lines.both(LineShape.of(256, 100, 2000).changing(15, 64)))
                .talking()
                .photo(295_000)
                .at(10, SECONDS)
                .run(seed);
        double before = report.up().quiet().p50();
        assertThat(report.up().voiceBetween(17.5, 20).p99()).as("%s", report).isLessThan(before + 200);
        assertThat(report.up().voiceBetween(20, 30).p99()).as("%s", report).isLessThan(before + 180);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void a_line_that_rises_to_four_times_is_used_within_five_seconds(long seed) {
        int bytes = 600_000;
        CallReport report = SimulatedCall.on(
                        Lines.both(LineShape.of(64, 100, 2000).changing(20, 256)))
                .talking()
                .photo(bytes)
                .at(10, SECONDS)
                .run(seed);
        double slow = 64_000 / 8.0;
        double left = bytes - slow * (20 + 5 - 10);
        double seconds = report.up().photos().get(0).seconds() - 15;
        double slowPhoto = slow * (1 - 27.2 / 64);
        assertThat(left / seconds).as("%s", report).isGreaterThan(3 * slowPhoto);
        assertThat(report.up().lateLoaded()).as("%s", report).isLessThan(0.005);
    }

    /** What another sender keeps full nobody else can empty: voice waits in that queue, too, as long as it is there. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void voice_recovers_soon_after_somebody_elses_upload(long seed) {
        CallReport report = SimulatedCall.on(Lines.both(LineShape.of(256, 50, 500)))
                .talking()
                .photo(700_000)
                .at(5, SECONDS)
                .bulkUp(15, 30)
                .run(seed);
        CallReport.Direction up = report.up();
        double bufferedSeconds = 4; // what the other's TCP had taken by then
        assertThat(up.voiceBetween(30 + bufferedSeconds + 3, 45).p99())
                .as("%s", report)
                .isLessThan(up.quiet().p50() + 200);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void a_photo_moves_even_beside_somebody_elses_upload(long seed) {
        CallReport report = SimulatedCall.on(Lines.both(LineShape.of(256, 50, 500)))
                .talking()
                .bulkUp(15, 60)
                .photo(10_000)
                .at(25, SECONDS)
                .run(seed);
        assertThat(report.up().photos().get(0).seconds()).as("%s", report).isLessThan(30);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void voice_recovers_within_three_seconds_of_a_crowd_that_takes_half_the_line(long seed) {
        CallReport report = SimulatedCall.on(
                        Lines.both(LineShape.of(256, 50, 500).crowded(15, 30, 128)))
                .talking()
                .photo(1_000_000)
                .at(5, SECONDS)
                .run(seed);
        CallReport.Direction up = report.up();
        assertThat(up.voiceBetween(33, 45).p99())
                .as("%s", report)
                .isLessThan(up.quiet().p50() + 200);
        assertThat(up.photos().get(0).ratio()).as("%s", report).isLessThan(2);
    }

    /** Within the two minutes for which the fastest record is remembered, 200 millionths look like 24 ms of queue. */
    @ParameterizedTest
    @ValueSource(ints = {-200, 200})
    void clocks_that_drift_apart_change_little(int perMillion) {
        for (long seed = 1; seed <= 3; seed++) {
            CallReport report = SimulatedCall.on(Lines.L1)
                    .talking()
                    .drifting(perMillion)
                    .photo(295_000)
                    .at(100, SECONDS)
                    .run(seed);
            assertThat(report.up().lateLoaded()).as("%s", report).isLessThan(0.005);
            assertThat(report.up().photos().get(0).ratio()).as("%s", report).isLessThan(1.7);
        }
    }
}
