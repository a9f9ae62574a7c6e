package io.pinhole.protocol.link;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The link as it is, on the standard lines: what a call with a photo comes to. */
final class SimulatedCallTest {

    private static final long SEED = 1;

    static Stream<Arguments> lines() {
        return Stream.of(
                Arguments.of("L0", Lines.L0),
                Arguments.of("L1", Lines.L1),
                Arguments.of("L2", Lines.L2),
                Arguments.of("L3", Lines.L3),
                Arguments.of("L4", Lines.L4),
                Arguments.of("fast", Lines.FAST));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lines")
    void a_photo_during_a_talk_comes_and_no_voice_is_lost_unnoticed(String name, Lines lines) {
        long begun = System.nanoTime();
        CallReport report = SimulatedCall.on(lines)
                .talking()
                .drawing()
                .photo(295_000)
                .at(10, SECONDS)
                .run(SEED);
        System.out.printf("%s, in %d ms: %s%n", name, (System.nanoTime() - begun) / 1_000_000, report);
        assertThat(report.up().photos().get(0).seconds()).as("%s", report).isFinite();
        assertThat(report.up().missing()).as("%s", report).isEqualTo((int)
                report.up().dropped());
        assertThat(report.down().missing()).as("%s", report).isEqualTo((int)
                report.down().dropped());
    }

    @Test
    void the_same_seed_gives_the_same_call_packet_by_packet() {
        SimulatedCall call = SimulatedCall.on(Lines.L2).talking().photo(30_000).at(2, SECONDS);
        assertThat(call.run(7).trace())
                .isEqualTo(call.run(7).trace())
                .isNotEqualTo(call.run(8).trace());
    }

    @Test
    void a_silent_line_takes_voice_its_delay_and_no_more() {
        CallReport report = SimulatedCall.on(Lines.FAST).speaking().run(SEED);
        assertThat(report.up().quiet().count()).isBetween(2995, 3001);
        assertThat(report.up().quiet().quantile(0)).isGreaterThan(10);
        assertThat(report.up().quiet().p99()).isLessThan(10.2);
        assertThat(report.up().missing()).isZero();
        assertThat(report.down().quiet().count()).isZero();
    }
}
