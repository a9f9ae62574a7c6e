package io.pinhole.protocol.link;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The link as it is, on the standard lines: what a call with a photo comes to. */
final class SimulatedCallTest {

    private static final long SEED = 1;

    /** A call with a photo of 295 kB up after ten seconds, unless said otherwise. */
    static Stream<Arguments> calls() {
        return Stream.of(
                Arguments.of("L0", call(Lines.L0)),
                Arguments.of("L1", call(Lines.L1)),
                Arguments.of(
                        "L1, one speaks",
                        SimulatedCall.on(Lines.L1).speaking().photo(295_000).at(10, SECONDS)),
                Arguments.of("L2", call(Lines.L2)),
                Arguments.of("L2 down", call(Lines.L2.reversed())),
                Arguments.of("L3", call(Lines.L3)),
                Arguments.of("L4", call(Lines.L4)),
                Arguments.of("20 Mbit/s", call(Lines.FAST)),
                Arguments.of(
                        "32 kbit/s",
                        SimulatedCall.on(Lines.SLOWEST)
                                .speaking()
                                .voice(60, 60)
                                .photo(100_000)
                                .at(10, SECONDS)),
                Arguments.of(
                        "256 to 64 kbit/s",
                        call(Lines.both(LineShape.of(256, 100, 2000).changing(15, 64)))),
                Arguments.of(
                        "64 to 256 kbit/s",
                        call(Lines.both(LineShape.of(64, 100, 2000).changing(30, 256)))),
                Arguments.of("out for 5 s", call(Lines.L1.both(shape -> shape.out(20, 25)))),
                Arguments.of(
                        "somebody's download",
                        call(Lines.both(LineShape.of(512, 50, 500))).bulkDown(15, 30)));
    }

    private static SimulatedCall call(Lines lines) {
        return SimulatedCall.on(lines).talking().drawing().photo(295_000).at(10, SECONDS);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("calls")
    void the_photo_comes_and_no_voice_is_lost_unnoticed(String name, SimulatedCall call) {
        CallReport report = call.run(SEED);
        System.out.printf("%s: %s%n", name, report);
        for (CallReport.Direction direction : List.of(report.up(), report.down())) {
            assertThat(direction.photos()).as("%s", report).allMatch(photo -> photo.seconds() < Double.MAX_VALUE);
            assertThat(direction.missing()).as("%s", report).isEqualTo((int) direction.dropped());
        }
    }

    @Test
    void what_is_shown_both_ways_and_one_after_the_other_comes_too() {
        CallReport report = SimulatedCall.on(Lines.L0)
                .talking()
                .photo(50_000)
                .at(3, SECONDS)
                .photo(20_000)
                .at(3, SECONDS)
                .photoDown(30_000)
                .at(4, SECONDS)
                .lasting(20, SECONDS)
                .run(SEED);
        assertThat(report.up().photos()).extracting(CallReport.Photo::bytes).containsExactly(50_000, 20_000);
        assertThat(report.down().photos()).extracting(CallReport.Photo::bytes).containsExactly(30_000);
        assertThat(report.up().quiet().count()).isBetween(148, 151);
        assertThat(report.up().sent().photos()).isBetween(70_000L, 72_000L);
    }

    @Test
    void voice_can_be_looked_at_second_by_second() {
        Lines out = Lines.FAST.both(shape -> shape.out(10, 12));
        CallReport.Direction up = SimulatedCall.on(out).speaking().run(SEED).up();
        assertThat(up.voiceBetween(5, 9).count()).isEqualTo(200);
        assertThat(up.voiceBetween(5, 9).quantile(1)).isLessThan(11);
        assertThat(up.voiceBetween(10, 10.1).quantile(0)).isGreaterThan(1900);
        assertThat(up.voiceBetween(40, 59).quantile(1)).isLessThan(11); // once the line is known to be fast again
    }

    @Test
    void all_that_a_line_carries_is_accounted_for() {
        CallReport report = SimulatedCall.on(Lines.L2)
                .talking()
                .drawing()
                .photo(100_000)
                .at(5, SECONDS)
                .run(SEED);
        assertThat(report.up().carried().lost()).isPositive();
        for (CallReport.Direction direction : List.of(report.up(), report.down())) {
            long waiting = direction.sent().total() - direction.carried().bytes();
            assertThat(waiting).as("%s", report).isBetween(0L, 1500L);
        }
    }

    @Test
    void a_lone_voice_frame_costs_its_headers() {
        CallReport report = SimulatedCall.on(Lines.FAST).speaking().run(SEED);
        int frames = report.up().quiet().count();
        long records = report.up().sent().records() / (SimulatedEnd.TLS_BYTES + 4);
        assertThat(records)
                .as("all but the first few, while the line is not known")
                .isBetween(frames - 20L, (long) frames);
        assertThat(report.up().sent().voice()).isEqualTo(frames * (40 + 1L) + records * 4);
        assertThat(report.up().sent().headers()).isEqualTo(records * SimulatedTcp.HEADER_BYTES);
    }

    @Test
    void the_same_seed_gives_the_same_call_packet_by_packet() {
        SimulatedCall call = SimulatedCall.on(Lines.L2).talking().photo(30_000).at(2, SECONDS);
        assertThat(call.run(7).trace()).isEqualTo(call.run(7).trace());
    }

    @Test
    void another_seed_gives_another_call() {
        Assumptions.assumeTrue(System.getProperty("pinhole.seed") == null);
        SimulatedCall call = SimulatedCall.on(Lines.L2).talking().photo(30_000).at(2, SECONDS);
        assertThat(call.run(7).trace()).isNotEqualTo(call.run(8).trace());
    }

    @Test
    void an_idle_line_takes_voice_its_delay_and_no_more() {
        CallReport report = SimulatedCall.on(Lines.FAST).speaking().run(SEED);
        assertThat(report.up().quiet().count()).isBetween(2995, 3001);
        assertThat(report.up().quiet().quantile(0)).isGreaterThan(10);
        assertThat(report.up().quiet().p99()).isLessThan(10.2);
        assertThat(report.up().missing()).isZero();
        assertThat(report.down().quiet().count()).isZero();
    }
}
