package io.pinhole.protocol.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.Feedback;
import org.junit.jupiter.api.Test;

final class BulkWindowTest {

    private static final int FIRST_BYTES = 4 * 1024;

    private final BulkWindow window = new BulkWindow();
    private int sent;

    @Test
    void what_is_sent_takes_room_until_it_was_received() {
        window.onSent(1500);
        assertThat(window.room()).isEqualTo(FIRST_BYTES - 1500);
        assertThat(window.onReceived(1000)).isTrue();
        assertThat(window.inFlight()).isEqualTo(500);
        assertThat(window.onReceived(1500)).isTrue();
        assertThat(window.room()).isEqualTo(FIRST_BYTES);
    }

    @Test
    void the_same_feedback_again_changes_nothing() {
        window.onSent(1000);
        window.onReceived(600);
        assertThat(window.onReceived(600)).isTrue();
        assertThat(window.inFlight()).isEqualTo(400);
    }

    @Test
    void more_received_than_sent_is_a_lie() {
        window.onSent(1000);
        assertThat(window.onReceived(1001)).isFalse();
        assertThat(window.inFlight()).isEqualTo(1000);
    }

    @Test
    void less_received_than_before_is_a_lie() {
        window.onSent(1000);
        window.onReceived(600);
        assertThat(window.onReceived(599)).isFalse();
    }

    @Test
    void the_count_goes_on_after_sixteen_million_bytes() {
        long sent = 0;
        while (sent <= Feedback.RECEIVED_MODULUS) {
            window.onSent(2000);
            sent += 2000;
            assertThat(window.onReceived((int) (sent % Feedback.RECEIVED_MODULUS)))
                    .isTrue();
            assertThat(window.inFlight()).isZero();
        }
    }

    @Test
    void it_holds_what_the_line_takes_until_an_answer_may_be_there() {
        fit(2, 400, 0);
        assertThat(window.bytes()).isEqualTo(2 * (600 + 260 + 100));
    }

    @Test
    void whatever_was_measured_it_doubles_with_each_window() {
        pass(FIRST_BYTES - 1);
        fit(500, 100, 0);
        assertThat(window.bytes()).isEqualTo(FIRST_BYTES);
        pass(1);
        fit(500, 100, 0);
        assertThat(window.bytes()).isEqualTo(2 * FIRST_BYTES);
        pass(2 * FIRST_BYTES - 1);
        fit(500, 100, 0);
        assertThat(window.bytes()).isEqualTo(2 * FIRST_BYTES);
        pass(1);
        fit(500, 100, 0);
        assertThat(window.bytes()).isEqualTo(4 * FIRST_BYTES);
    }

    @Test
    void it_does_not_double_while_a_queue_is_seen() {
        for (int i = 0; i < 10; i++) {
            pass(FIRST_BYTES);
            fit(500, 100, 10);
        }
        assertThat(window.bytes()).isEqualTo(FIRST_BYTES);
        fit(500, 100, 0);
        assertThat(window.bytes()).isEqualTo(2 * FIRST_BYTES);
    }

    @Test
    void what_it_held_on_a_better_line_is_forgotten() {
        growToTheMost();
        pass(100);
        fit(2, 200, 10);
        fit(500, 200, 0);
        assertThat(window.bytes()).isEqualTo(FIRST_BYTES);
    }

    @Test
    void a_line_that_seemed_poorer_for_a_moment_without_a_queue_is_still_what_it_was() {
        growToTheMost();
        pass(100);
        fit(2, 200, 0);
        assertThat(window.bytes()).isEqualTo(2 * (300 + 260 + 100));
        fit(500, 200, 0);
        assertThat(window.bytes()).isEqualTo(500 * (300 + 260 + 100));
    }

    @Test
    void it_is_never_too_small_for_a_piece_and_never_more_than_half_of_what_a_peer_takes() {
        fit(0.5, 10, 0);
        assertThat(window.bytes()).isEqualTo(BulkWindow.LEAST_BYTES).isGreaterThan(2 * Filling.LEAST_PIECE_BYTES);
        growToTheMost();
        fit(900, 600, 0);
        assertThat(window.bytes()).isEqualTo(BulkWindow.MOST_BYTES).isEqualTo(Inbound.MAX_UNTAKEN / 2);
    }

    @Test
    void a_window_that_shrinks_below_what_is_on_its_way_has_no_room() {
        window.onSent(5000);
        fit(1, 100, 0);
        assertThat(window.room()).isZero();
        window.onReceived(4900);
        assertThat(window.room()).isEqualTo(BulkWindow.LEAST_BYTES - 100);
    }

    @Test
    void on_a_line_of_plenty_it_doubles_with_each_window_while_it_holds_photos_up() {
        pass(FIRST_BYTES);
        follow(1000, 0);
        assertThat(window.bytes()).isEqualTo(2 * FIRST_BYTES);
        pass(FIRST_BYTES);
        follow(1100, 0);
        assertThat(window.bytes()).isEqualTo(2 * FIRST_BYTES);
        pass(FIRST_BYTES);
        follow(1101, 0);
        assertThat(window.bytes()).isEqualTo(4 * FIRST_BYTES);
    }

    @Test
    void it_does_not_double_when_nothing_is_held_up_or_a_queue_is_seen() {
        window.onSent(FIRST_BYTES);
        window.onReceived(FIRST_BYTES);
        window.follow(1000, 100, 0);
        assertThat(window.bytes()).isEqualTo(FIRST_BYTES);
        sent = FIRST_BYTES;
        pass(FIRST_BYTES);
        follow(1200, 10);
        assertThat(window.bytes()).isEqualTo(FIRST_BYTES);
    }

    @Test
    void it_shrinks_once_a_round_trip_while_the_queue_is_long() {
        pass(FIRST_BYTES);
        follow(1000, 0);
        pass(2 * FIRST_BYTES);
        follow(2000, 0);
        follow(3000, 30);
        assertThat(window.bytes()).isEqualTo((int) (0.6 * 4 * FIRST_BYTES));
        follow(3050, 30);
        assertThat(window.bytes()).isEqualTo((int) (0.6 * 4 * FIRST_BYTES));
        for (int i = 0; i < 20; i++) {
            follow(4000 + 1000 * i, 30);
        }
        assertThat(window.bytes()).isEqualTo(FIRST_BYTES);
    }

    @Test
    void a_queue_never_makes_it_larger_than_it_was_on_a_poorer_line() {
        fit(8, 200, 0);
        follow(1000, 30);
        assertThat(window.bytes()).isEqualTo(FIRST_BYTES);
    }

    @Test
    void it_does_not_double_for_ever() {
        growToTheMost();
        assertThat(window.bytes()).isEqualTo(BulkWindow.MOST_BYTES);
    }

    private void fit(double rate, double roundTrip, double queue) {
        window.fit(rate, roundTrip, 260, queue);
    }

    private void follow(double now, double queue) {
        window.follow(now, 100, queue);
    }

    /** More than the window wants to go, and so much of it gets there. */
    private void pass(int bytes) {
        window.onHeldUp();
        window.onSent(bytes);
        sent += bytes;
        assertThat(window.onReceived(sent % Feedback.RECEIVED_MODULUS)).isTrue();
    }

    private void growToTheMost() {
        for (int i = 0; i < 20; i++) {
            pass(window.bytes());
            follow(1000 * i, 0);
        }
    }
}
