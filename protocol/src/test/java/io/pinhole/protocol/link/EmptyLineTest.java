package io.pinhole.protocol.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class EmptyLineTest {

    private static final double UNKNOWN = Double.POSITIVE_INFINITY;

    private final EmptyLine line = new EmptyLine();

    @Test
    void the_first_record_met_no_queue_as_far_as_anybody_knows() {
        assertThat(line.isKnown()).isFalse();
        assertThat(took(0, 300)).isZero();
        assertThat(line.isKnown()).isTrue();
    }

    @Test
    void a_queue_is_what_a_record_took_longer_than_the_fastest() {
        took(0, 100);
        assertThat(took(20, 170)).isEqualTo(70);
        assertThat(took(1040, 90)).isZero();
        assertThat(took(2060, 100)).isEqualTo(10);
    }

    @Test
    void clocks_that_do_not_agree_are_as_good() {
        took(0, -70_000);
        assertThat(took(20, -69_950)).isEqualTo(50);
        assertThat(took(40, -70_010)).isZero();
    }

    @Test
    void a_large_record_takes_longer_without_any_queue() {
        line.onRecord(0, 100, 100, 10);
        assertThat(line.takes(600, 10)).isEqualTo(150);
        assertThat(line.onRecord(20, 150, 600, 10)).isZero();
        assertThat(line.onRecord(40, 170, 600, 10)).isEqualTo(20);
    }

    @Test
    void a_small_record_takes_less_than_the_fastest_that_was_large() {
        line.onRecord(0, 150, 600, 10);
        assertThat(line.onRecord(1020, 160, 100, 10)).isEqualTo(60);
    }

    @Test
    void while_the_rate_is_not_known_size_is_not_considered() {
        line.onRecord(0, 100, 100, UNKNOWN);
        assertThat(line.onRecord(20, 150, 600, UNKNOWN)).isEqualTo(50);
    }

    @Test
    void the_fastest_is_forgotten_after_two_minutes() {
        took(0, 100);
        assertThat(took(120_999, 150)).isEqualTo(50);
        assertThat(took(121_000, 150)).isZero();
    }

    @Test
    void a_clock_that_passes_zero_makes_no_two_minutes_longer() {
        took(-500, 100);
        assertThat(took(119_999, 150)).isEqualTo(50);
        assertThat(took(120_000, 150)).isZero();
    }

    @Test
    void a_queue_that_stands_for_four_seconds_is_the_line_itself() {
        for (double now = 0; now < 4000; now += 200) {
            took(now, 100);
        }
        for (double now = 4000; now <= 8200; now += 200) {
            assertThat(took(now, 300)).isEqualTo(200);
        }
        assertThat(took(8400, 300)).isZero();
        assertThat(took(8600, 310)).isEqualTo(10);
    }

    @Test
    void a_queue_that_was_short_once_does_not_stand() {
        for (double now = 0; now < 4000; now += 200) {
            took(now, 100);
        }
        for (double now = 4000; now <= 20_000; now += 200) {
            boolean shortOnce = now % 3000 == 0;
            assertThat(took(now, shortOnce ? 250 : 300)).isEqualTo(shortOnce ? 150 : 200);
        }
    }

    @Test
    void a_few_records_do_not_make_a_standing_queue() {
        took(0, 100);
        for (int second = 1; second <= 16; second++) {
            assertThat(took(1000 * second, 300)).isEqualTo(200);
        }
        assertThat(took(17_000, 300)).isZero();
    }

    private double took(double now, double millis) {
        return line.onRecord(now, millis, 100, UNKNOWN);
    }
}
