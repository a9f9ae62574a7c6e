package io.pinhole.protocol.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.Feedback;
import io.pinhole.protocol.frame.Stamp;
import org.junit.jupiter.api.Test;

final class InboundTest {

    private static final long MILLIS = 1_000_000;
    private static final long SECOND = 1000 * MILLIS;

    private final Inbound inbound = new Inbound();

    @Test
    void delay_is_what_a_flush_took_longer_than_the_fastest() {
        flush(0, 100);
        assertThat(inbound.delay()).isZero();
        flush(20, 170);
        assertThat(inbound.delay()).isEqualTo(2 * 50);
        flush(40, 120);
        assertThat(inbound.delay()).isZero();
        flush(60, 160);
        assertThat(inbound.delay()).isEqualTo(2 * 20);
    }

    @Test
    void the_clocks_of_both_ends_need_not_agree() {
        inbound.onStamp(new Stamp(60_000, Stamp.COUNTED), -5 * SECOND);
        inbound.onStamp(new Stamp(60_020, Stamp.COUNTED), -5 * SECOND + 40 * MILLIS);
        assertThat(inbound.delay()).isEqualTo(2 * 30);
    }

    @Test
    void stamps_that_come_round_change_no_delay() {
        for (long sent = 0; sent < 200_000; sent += 5_000) {
            flush(sent, sent + 70);
            assertThat(inbound.delay()).isZero();
        }
    }

    @Test
    void a_line_that_was_idle_for_long_shows_no_delay() {
        flush(0, 70);
        flush(20_000, 20_070);
        assertThat(inbound.delay()).isZero();
    }

    @Test
    void a_line_that_stalled_for_twenty_seconds_shows_just_that() {
        flush(0, 70);
        flush(20, 20_090);
        assertThat(inbound.delay()).isEqualTo(2 * 20_000);
        flush(20_100, 20_170);
        assertThat(inbound.delay()).isZero();
    }

    @Test
    void a_stamp_with_its_number_is_measured_alike() {
        inbound.onStamp(new Stamp(0, 7), 0);
        inbound.onStamp(new Stamp(0, 8), 10 * MILLIS);
        assertThat(inbound.delay()).isEqualTo(20);
    }

    @Test
    void feedback_says_which_flush_came_last_and_how_long_ago() {
        flush(0, 50);
        flush(20, 75);
        inbound.onTaken(700, 80 * MILLIS);
        assertThat(inbound.ride(85 * MILLIS)).isEqualTo(new Feedback(1, 10, 10, 700, Feedback.UNCHANGED));
    }

    @Test
    void feedback_does_not_say_more_than_its_fields_hold() {
        flush(0, 0);
        inbound.onTaken(Feedback.RECEIVED_MODULUS + 5, SECOND);
        assertThat(inbound.ride(SECOND)).isEqualTo(new Feedback(0, 255, 0, 5, Feedback.UNCHANGED));
    }

    @Test
    void two_full_pieces_are_told_at_once() {
        flush(0, 0);
        inbound.onTaken(Outbound.CHUNK_BYTES, 0);
        assertThat(inbound.isDue(0)).isFalse();
        inbound.onTaken(Outbound.CHUNK_BYTES, 0);
        assertThat(inbound.isDue(0)).isTrue();
    }

    @Test
    void fewer_bytes_are_told_after_a_little_patience() {
        flush(0, 0);
        inbound.onTaken(1, 5 * MILLIS);
        assertThat(inbound.isDue(25 * MILLIS - 1)).isFalse();
        assertThat(inbound.isDue(25 * MILLIS)).isTrue();
    }

    @Test
    void what_was_told_is_not_owed_any_more() {
        flush(0, 0);
        inbound.onTaken(5000, 0);
        inbound.ride(0);
        assertThat(inbound.isOwed()).isFalse();
        assertThat(inbound.isDue(SECOND)).isFalse();
    }

    @Test
    void without_photos_feedback_rides_along_ten_times_a_second_at_most() {
        flush(100, 100);
        assertThat(inbound.ride(100 * MILLIS)).isNotNull();
        flush(120, 120);
        assertThat(inbound.ride(199 * MILLIS)).isNull();
        assertThat(inbound.ride(200 * MILLIS)).isNotNull();
    }

    @Test
    void there_is_no_feedback_without_news() {
        assertThat(inbound.ride(SECOND)).isNull();
        flush(0, 1000);
        inbound.ride(SECOND);
        assertThat(inbound.ride(9 * SECOND)).isNull();
    }

    @Test
    void a_peer_that_sends_far_beyond_any_window_is_noticed() {
        assertThat(inbound.onArrived(Inbound.MAX_UNTAKEN)).isTrue();
        assertThat(inbound.onArrived(1)).isFalse();
    }

    @Test
    void only_bytes_that_still_wait_for_the_application_are_counted() {
        for (int i = 0; i < 3000; i++) {
            assertThat(inbound.onArrived(Inbound.MAX_UNTAKEN)).isTrue();
            inbound.onTaken(Inbound.MAX_UNTAKEN, 0);
        }
    }

    /** The peer wrote at one time of its clock, in milliseconds, and it came at a time of ours. */
    private void flush(long sentMillis, long cameMillis) {
        inbound.onStamp(new Stamp((int) (2 * sentMillis & 0xffff), Stamp.COUNTED), cameMillis * MILLIS);
    }
}
