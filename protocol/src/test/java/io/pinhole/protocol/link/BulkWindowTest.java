package io.pinhole.protocol.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.Feedback;
import org.junit.jupiter.api.Test;

final class BulkWindowTest {

    private final BulkWindow window = new BulkWindow();

    @Test
    void what_is_sent_takes_room_until_it_was_received() {
        window.onSent(1500);
        assertThat(window.room()).isEqualTo(BulkWindow.BYTES - 1500);
        assertThat(window.onReceived(1000)).isTrue();
        assertThat(window.inFlight()).isEqualTo(500);
        assertThat(window.onReceived(1500)).isTrue();
        assertThat(window.room()).isEqualTo(BulkWindow.BYTES);
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
}
