package io.pinhole.protocol.link;

import static io.pinhole.protocol.link.SimulatedTime.MILLIS;
import static io.pinhole.protocol.link.SimulatedTime.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class SimulatedLineTest {

    private static final LineShape SHAPE = LineShape.of(64, 100, 2000);

    private final SimulatedTime time = new SimulatedTime();
    private final List<Long> arrivals = new ArrayList<>();

    @Test
    void a_packet_takes_its_time_on_the_line_and_the_delay() {
        send(line(SHAPE), 1, 800);
        assertThat(arrivals).containsExactly(200 * MILLIS);
    }

    @Test
    void packets_follow_each_other_at_the_rate_of_the_line() {
        send(line(SHAPE), 3, 80);
        assertThat(arrivals).containsExactly(110 * MILLIS, 120 * MILLIS, 130 * MILLIS);
    }

    @Test
    void a_full_line_carries_exactly_its_rate() {
        SimulatedLine line = line(SHAPE);
        for (int i = 0; i < 6000; i++) {
            time.at(i * 10L * MILLIS, () -> line.send(100, () -> {}));
        }
        time.runUntil(60 * SECONDS);
        assertThat(line.carried().bytes()).isEqualTo(60 * 8000);
    }

    @Test
    void what_does_not_fit_into_the_queue_is_dropped() {
        SimulatedLine line = line(SHAPE);
        for (int i = 0; i < 20; i++) {
            line.send(1000, () -> arrivals.add(time.now()));
        }
        assertThat(line.carried().overflowed()).isEqualTo(4);
        assertThat(line.carried().longestQueueBytes()).isEqualTo(16_000);
        time.runUntil(SECONDS);
        line.send(1000, () -> arrivals.add(time.now()));
        time.runUntil(9 * SECONDS);
        assertThat(arrivals).hasSize(17);
    }

    @Test
    void about_as_much_is_lost_as_was_asked_and_takes_its_time_all_the_same() {
        SimulatedLine line = line(LineShape.of(20_000, 10, 100_000).losing(5));
        send(line, 20_000, 100);
        assertThat(line.carried().lost()).isBetween(900L, 1100L);
        assertThat(arrivals).hasSize(20_000 - (int) line.carried().lost());
        assertThat(line.carried().bytes()).isEqualTo(2_000_000);
    }

    @Test
    void jitter_moves_packets_but_none_overtakes_another() {
        send(line(LineShape.of(2000, 100, 2000).jittering(30)), 1000, 100);
        assertThat(arrivals).isSorted();
        assertThat(arrivals.get(0)).isBetween(70 * MILLIS, 131 * MILLIS);
        long times = arrivals.stream().distinct().count();
        assertThat(times).isBetween(10L, 999L);
    }

    @Test
    void a_change_of_rate_holds_from_the_next_packet_on() {
        send(line(SHAPE.changing(0.015, 640)), 4, 80);
        assertThat(arrivals).containsExactly(110 * MILLIS, 120 * MILLIS, 121 * MILLIS, 122 * MILLIS);
    }

    @Test
    void nothing_comes_through_an_outage() {
        send(line(SHAPE.out(0.015, 0.035)), 4, 80);
        assertThat(arrivals).containsExactly(110 * MILLIS, 140 * MILLIS);
    }

    @Test
    void others_on_the_line_take_their_share() {
        SimulatedLine line = line(SHAPE.crowded(0, 10, 32));
        time.runUntil(20 * SECONDS);
        assertThat(line.carried().bytes()).isBetween(10 * 4000L, 10 * 4000L + 1500);
    }

    @Test
    void a_line_knows_what_it_carries_when() {
        LineShape shape = SHAPE.changing(10, 256).out(20, 25);
        assertThat(shape.bitsPerSecondAt(9 * SECONDS)).isEqualTo(64_000);
        assertThat(shape.bitsPerSecondAt(10 * SECONDS)).isEqualTo(256_000);
        assertThat(shape.bitsPerSecondAt(24 * SECONDS)).isZero();
        assertThat(shape.bitsPerSecondAt(25 * SECONDS)).isEqualTo(256_000);
    }

    private SimulatedLine line(LineShape shape) {
        return new SimulatedLine(time, shape, new SplittableRandom(1));
    }

    private void send(SimulatedLine line, int packets, int bytes) {
        for (int i = 0; i < packets; i++) {
            line.send(bytes, () -> arrivals.add(time.now()));
        }
        if (time.now() == 0) {
            time.runUntil(100 * SECONDS);
        }
    }
}
