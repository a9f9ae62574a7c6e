package io.pinhole.protocol.link;

import static io.pinhole.protocol.link.SimulatedTime.MILLIS;
import static io.pinhole.protocol.link.SimulatedTime.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class SimulatedTcpTest {

    private final SimulatedTime time = new SimulatedTime();
    private final List<Read> reads = new ArrayList<>();
    private SimulatedLine there;
    private SimulatedLine back;
    private SimulatedTcp sender;
    private SimulatedTcp receiver;

    private record Read(long at, byte[] batch) {}

    @Test
    void each_write_is_a_packet_of_its_own_while_the_window_has_room() {
        connect(LineShape.of(64, 100, 2000));
        sender.write(new byte[28]);
        sender.write(new byte[28]);
        time.runUntil(SECONDS);
        assertThat(reads).extracting(Read::at).containsExactly(110 * MILLIS, 120 * MILLIS);
    }

    @Test
    void what_the_window_has_no_room_for_waits_unsent_and_goes_in_full_packets() {
        connect(LineShape.of(2000, 100, 2000));
        for (int i = 0; i < 60; i++) {
            sender.write(new byte[100]);
        }
        assertThat(sender.sending().unsent()).isEqualTo(5000);
        time.runUntil(SECONDS);
        assertThat(sender.sending().unsent()).isZero();
        assertThat(reads.stream().mapToInt(read -> read.batch.length))
                .startsWith(100)
                .contains(1448);
        assertThat(sender.sending().counts().packets).isEqualTo(10 + 4);
    }

    @Test
    void every_packet_draws_an_ack_where_nothing_goes_the_other_way() {
        connect(LineShape.of(64, 100, 2000));
        every(20, 50, () -> sender.write(new byte[60]));
        assertThat(receiver.pureAcks()).isEqualTo(50);
    }

    @Test
    void acks_ride_where_something_goes_the_other_way() {
        connect(LineShape.of(2000, 100, 2000));
        every(20, 50, () -> {
            sender.write(new byte[60]);
            receiver.write(new byte[60]);
        });
        assertThat(receiver.pureAcks()).isLessThan(15); // before the first words of the other, and after the last
    }

    @Test
    void a_lost_packet_is_repaired_after_one_round_trip_and_read_with_all_that_came_after_it() {
        connect(LineShape.of(2000, 50, 2000).out(0.1, 0.105));
        every(20, 50, () -> sender.write(new byte[100]));
        assertThat(sender.sending().counts().repeatedPackets).isOne();
        // Sent at 100; the next comes at 171, its sender knows at 272 and waits for a quarter of a round trip.
        Read repaired = reads.get(5);
        assertThat(repaired.at).isBetween(338 * MILLIS, 342 * MILLIS);
        assertThat(repaired.batch).hasSize(100 + 900);
    }

    @Test
    void with_nothing_behind_it_a_lost_packet_waits_for_the_timeout() {
        connect(LineShape.of(2000, 100, 2000).out(1, 1.01));
        sender.write(new byte[100]);
        time.at(SECONDS, () -> sender.write(new byte[100]));
        time.runUntil(9 * SECONDS);
        assertThat(reads).hasSize(2);
        assertThat(reads.get(1).at).isBetween(1600 * MILLIS, 1800 * MILLIS);
    }

    @Test
    void a_line_that_only_stalls_costs_neither_window_nor_many_repetitions() {
        connect(LineShape.of(2000, 100, 2000).changing(2, 0.5).changing(2.05, 2000));
        every(60, 100, () -> sender.write(new byte[100]));
        assertThat(reads.get(reads.size() - 1).at).isLessThan(7 * SECONDS);
        assertThat(maxGap()).isBetween(2 * SECONDS, 3 * SECONDS);
        assertThat(sender.sending().counts().repeatedPackets).isBetween(1L, 5L);
        assertThat(sender.sending().window()).isGreaterThanOrEqualTo(CongestionWindow.INITIAL);
    }

    @Test
    void who_writes_until_tcp_takes_no_more_keeps_what_comes_next_waiting_for_seconds() {
        connect(LineShape.of(64, 150, 2000));
        sender.whenThereIsRoom(this::writeUntilFull);
        time.at(0, this::writeUntilFull);
        time.runUntil(40 * SECONDS);
        int behind = sender.sending().unsent();
        assertThat(behind).isBetween(40_000, 150_000); // as a real one did: 36 to 117 KB
        time.runUntil(80 * SECONDS);
        assertThat(there.carried().overflowed()).isBetween(40L, 100L); // 67 within 80 s
    }

    private void writeUntilFull() {
        while (time.now() < 80 * SECONDS && sender.room() > 0) {
            sender.write(new byte[1022]);
        }
    }

    private long maxGap() {
        long gap = 0;
        for (int i = 1; i < reads.size(); i++) {
            gap = Math.max(gap, reads.get(i).at - reads.get(i - 1).at);
        }
        return gap;
    }

    @Test
    void timeouts_double_during_an_outage() {
        connect(LineShape.of(2000, 100, 2000).out(1, 6));
        every(20, 500, () -> sender.write(new byte[100]));
        assertThat(reads.stream().mapToInt(read -> read.batch.length).sum()).isEqualTo(50_000);
        long back = reads.stream()
                .mapToLong(Read::at)
                .filter(at -> at > 1200 * MILLIS)
                .min()
                .orElseThrow();
        assertThat(back).isBetween(6 * SECONDS, 9 * SECONDS);
        assertThat(sender.sending().backlog().longestNanos()).isGreaterThan(4 * SECONDS);
    }

    @Test
    void everything_comes_once_and_in_order_whatever_is_lost() {
        connect(LineShape.of(256, 50, 50).losing(5).jittering(10));
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        SplittableRandom random = new SplittableRandom(5);
        every(15, 2000, () -> {
            byte[] bytes = new byte[random.nextInt(1, 900)];
            random.nextBytes(bytes);
            written.writeBytes(bytes);
            sender.write(bytes);
        });
        time.runUntil(1000 * SECONDS);
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        reads.forEach(one -> read.writeBytes(one.batch));
        assertThat(read.toByteArray()).isEqualTo(written.toByteArray());
        assertThat(there.carried().overflowed()).isPositive();
        assertThat(there.carried().lost()).isPositive();
    }

    @Test
    void a_transfer_fills_the_line() {
        there = new SimulatedLine(time, LineShape.of(2000, 20, 200), new SplittableRandom(1));
        back = new SimulatedLine(time, LineShape.of(2000, 20, 200), new SplittableRandom(2));
        SimulatedBulk bulk = new SimulatedBulk(time, there, back, new SimulatedBulk.Span(0, 30 * SECONDS));
        time.runUntil(30 * SECONDS);
        assertThat(there.carried().overflowed()).isPositive();
        assertThat(bulk.receivedBytes() * 8 / 30).isBetween(1_800_000L, 2_000_000L * 1448 / 1500);
    }

    private void connect(LineShape shape) {
        there = new SimulatedLine(time, shape, new SplittableRandom(1));
        back = new SimulatedLine(time, LineShape.of(2000, 100, 2000), new SplittableRandom(2));
        List<SimulatedTcp> ends = SimulatedTcp.pair(time, there, back);
        sender = ends.get(0);
        receiver = ends.get(1).reading(batch -> reads.add(new Read(time.now(), batch)));
    }

    private void every(long millis, int times, Runnable action) {
        for (int i = 0; i < times; i++) {
            time.at(i * millis * MILLIS, action);
        }
        time.runUntil(times * millis * MILLIS + 20 * SECONDS);
    }
}
