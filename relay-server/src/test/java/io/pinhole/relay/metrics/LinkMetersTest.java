package io.pinhole.relay.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.frame.TrafficClass;
import io.pinhole.protocol.link.DropCause;
import io.pinhole.protocol.link.LineEstimate;
import io.pinhole.protocol.link.LinkMeter;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Under what name each thing of links, lines and photos is counted. */
final class LinkMetersTest {

    private static final LineEstimate KNOWN =
            new LineEstimate(64_000, 1_000_000, 120, 25, 80, 4096, 1000, new LineEstimate.Waiting(32, 0, 5000));
    private static final LineEstimate UNKNOWN =
            new LineEstimate(0, 0, 0, 0, 60, 32_768, 0, new LineEstimate.Waiting(0, 0, 0));

    static List<Arguments> events() {
        return List.of(
                event(m -> m.link().voiceSent(3, 100), "pinhole_voice_bundle_frames_bucket{le=\"3.0\",} 1.0"),
                event(m -> m.link().voiceSent(3, 100), "pinhole_voice_bundle_frames_sum 3.0"),
                event(m -> drop(m, DropCause.AGE), "pinhole_voice_dropped_total{cause=\"age\",} 2.0"),
                event(m -> drop(m, DropCause.COUNT), "pinhole_voice_dropped_total{cause=\"count\",} 2.0"),
                event(m -> drop(m, DropCause.QUEUE), "pinhole_voice_dropped_total{cause=\"queue\",} 2.0"),
                event(
                        m -> m.link().waited(TrafficClass.CONTROL, 500_000_000),
                        "pinhole_link_wait_seconds_sum{class=\"control\",} 0.5"),
                event(
                        m -> m.link().waited(TrafficClass.DELTA, 500_000_000),
                        "pinhole_link_wait_seconds_sum{class=\"delta\",} 0.5"),
                event(m -> m.link().stalled(), "pinhole_link_stalls_total 1.0"),
                event(m -> m.link().movesAgain(1_500_000_000), "pinhole_link_stall_seconds_sum 1.5"),
                known("pinhole_line_rate_bits_per_second_bucket{direction=\"out\",le=\"64000.0\",} 1.0"),
                known("pinhole_line_rate_bits_per_second_bucket{direction=\"in\",le=\"1000000.0\",} 1.0"),
                known("pinhole_link_round_trip_seconds_sum 0.12"),
                known("pinhole_link_queue_seconds_sum 0.025"),
                known("pinhole_link_tick_seconds_sum 0.08"),
                known("pinhole_link_window_bytes_sum 4096.0"),
                known("pinhole_link_in_flight_bytes_sum 1000.0"),
                known("pinhole_link_waiting_bytes_sum{class=\"control\",} 32.0"),
                known("pinhole_link_waiting_bytes_count{class=\"voice\",} 1.0"),
                known("pinhole_link_waiting_bytes_sum{class=\"delta\",} 5000.0"),
                event(
                        m -> m.photo().firstScanSent(Rendition.WORKING, 2_000_000_000),
                        "pinhole_photo_first_scan_seconds_sum{rendition=\"working\",} 2.0"),
                event(
                        m -> m.photo().allSent(Rendition.ORIGINAL, 2_000_000_000),
                        "pinhole_photo_whole_seconds_sum{rendition=\"original\",} 2.0"));
    }

    private static Arguments event(Consumer<Meters> event, String line) {
        return Arguments.of(event, line);
    }

    private static Arguments known(String line) {
        return event(m -> m.link().estimated(KNOWN), line);
    }

    private static void drop(Meters meters, DropCause cause) {
        meters.link().voiceDropped(cause, 2);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("events")
    void whatHappensIsScrapedAndStandsAtZeroBefore(Consumer<Meters> event, String line) {
        try (Scrape scrape = new Scrape()) {
            Meters meters = new Meters(scrape.registry());
            String zero = line.replaceAll("\\S+$", "0.0");
            assertThat(scrape.text().lines()).contains(zero).doesNotContain(line);

            event.accept(meters);

            assertThat(scrape.text().lines()).contains(line).doesNotContain(zero);
        }
    }

    @Test
    void whatIsNotKnownIsNotTakenForNought() {
        try (Scrape scrape = new Scrape()) {
            LinkMeter meter = new Meters(scrape.registry()).link();
            meter.estimated(UNKNOWN);
            assertThat(scrape.text().lines())
                    .contains(
                            "pinhole_line_rate_bits_per_second_count{direction=\"out\",} 0.0",
                            "pinhole_line_rate_bits_per_second_count{direction=\"in\",} 0.0",
                            "pinhole_link_round_trip_seconds_count 0.0",
                            "pinhole_link_queue_seconds_count 0.0",
                            "pinhole_link_window_bytes_count 0.0",
                            "pinhole_link_in_flight_bytes_count 0.0",
                            "pinhole_link_tick_seconds_count 1.0");
        }
    }

    /** From 16 kbit/s to 20 Mbit/s. */
    @Test
    void ratesOfAllLinesAreToldApart() {
        try (Scrape scrape = new Scrape()) {
            LinkMeter meter = new Meters(scrape.registry()).link();
            double[] rates = {16e3, 30e3, 60e3, 250e3, 900e3, 7e6, 20e6};
            for (double rate : rates) {
                meter.estimated(new LineEstimate(rate, 0, 0, 0, 60, 0, 0, UNKNOWN.waiting()));
            }
            List<String> counts = scrape.text()
                    .lines()
                    .filter(line -> line.startsWith("pinhole_line_rate_bits_per_second_bucket{direction=\"out\""))
                    .map(line -> line.replaceAll(".* ", ""))
                    .distinct()
                    .toList();
            assertThat(counts).containsExactly("1.0", "2.0", "3.0", "4.0", "5.0", "6.0", "7.0");
        }
    }
}
