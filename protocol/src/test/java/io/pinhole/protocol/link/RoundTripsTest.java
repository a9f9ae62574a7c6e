package io.pinhole.protocol.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RoundTripsTest {

    private final RoundTrips roundTrips = new RoundTrips();

    @Test
    void two_hundred_milliseconds_are_assumed_before_the_first() {
        assertThat(roundTrips.smallest()).isEqualTo(200);
        assertThat(roundTrips.last()).isEqualTo(200);
    }

    @Test
    void the_smallest_and_the_last_are_told_apart() {
        roundTrips.add(0, 300);
        assertThat(roundTrips.smallest()).isEqualTo(300);
        roundTrips.add(100, 80);
        roundTrips.add(200, 120);
        assertThat(roundTrips.smallest()).isEqualTo(80);
        assertThat(roundTrips.last()).isEqualTo(120);
    }

    @Test
    void a_minute_later_the_smallest_is_forgotten() {
        roundTrips.add(0, 50);
        everyTenSeconds(10_000, 50_000);
        assertThat(roundTrips.smallest()).isEqualTo(50);
        everyTenSeconds(60_000, 60_000);
        assertThat(roundTrips.smallest()).isEqualTo(90);
    }

    @Test
    void a_clock_that_passes_zero_makes_no_minute_longer() {
        roundTrips.add(-9_000, 50);
        everyTenSeconds(5_000, 45_000);
        assertThat(roundTrips.smallest()).isEqualTo(50);
        everyTenSeconds(55_000, 55_000);
        assertThat(roundTrips.smallest()).isEqualTo(90);
    }

    @Test
    void no_round_trip_is_shorter_than_a_millisecond() {
        roundTrips.add(0, -3);
        assertThat(roundTrips.smallest()).isEqualTo(1);
        assertThat(roundTrips.last()).isEqualTo(1);
    }

    private void everyTenSeconds(double from, double to) {
        for (double now = from; now <= to; now += 10_000) {
            roundTrips.add(now, 90);
        }
    }
}
