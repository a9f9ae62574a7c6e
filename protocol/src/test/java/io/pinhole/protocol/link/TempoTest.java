package io.pinhole.protocol.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TempoTest {

    private static final double KBIT_A_SECOND = 1 / 8.0;

    @ParameterizedTest
    @CsvSource({"0, 60", "20, 120", "44, 120", "45, 60", "199, 60", "200, 40", "599, 40", "600, 20", "9000, 20"})
    void the_better_the_line_the_more_often_voice_goes(double kbitPerSecond, double millis) {
        assertThat(Tempo.millis(kbitPerSecond * KBIT_A_SECOND, 50, false, 20)).isEqualTo(millis);
    }

    @ParameterizedTest
    @CsvSource({"0, 60", "44, 120", "45, 80", "109, 80", "110, 60", "200, 40", "9000, 20"})
    void while_photos_move_packets_of_a_slow_line_are_fuller(double kbitPerSecond, double millis) {
        assertThat(Tempo.millis(kbitPerSecond * KBIT_A_SECOND, 50, true, 20)).isEqualTo(millis);
    }

    @ParameterizedTest
    @CsvSource({
        "200, 160, 40",
        "200, 320, 40",
        "200, 330, 60",
        "200, 640, 80",
        "200, 800, 100",
        "200, 5000, 100",
        "20, 5000, 120",
        "0, 800, 100",
        "7999, 5000, 100",
        "8000, 5000, 20"
    })
    void long_round_trips_need_fewer_flushes_but_on_a_line_of_plenty(
            double kbitPerSecond, double roundTrip, double millis) {
        assertThat(Tempo.millis(kbitPerSecond * KBIT_A_SECOND, roundTrip, false, 20))
                .isEqualTo(millis);
    }

    @ParameterizedTest
    @CsvSource({
        "600, 10, 20",
        "600, 40, 40",
        "600, 60, 60",
        "200, 60, 60",
        "100, 40, 80",
        "100, 60, 60",
        "20, 40, 120",
        "20, 60, 120",
        "0, 40, 80"
    })
    void a_flush_has_whole_frames(double kbitPerSecond, double period, double millis) {
        assertThat(Tempo.millis(kbitPerSecond * KBIT_A_SECOND, 50, false, period))
                .isEqualTo(millis);
    }
}
