package io.pinhole.protocol.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class HeartbeatTest {

    private static final long SECOND = 1_000_000_000L;

    private final Heartbeat heartbeat = new Heartbeat(0);

    @Test
    void a_side_that_sent_nothing_for_ten_seconds_pings() {
        heartbeat.onReceived(9 * SECOND);
        assertThat(heartbeat.isPingDue(10 * SECOND - 1)).isFalse();
        assertThat(heartbeat.isPingDue(10 * SECOND)).isTrue();
        heartbeat.onSent(10 * SECOND);
        assertThat(heartbeat.isPingDue(10 * SECOND)).isFalse();
    }

    @Test
    void a_side_that_heard_nothing_for_ten_seconds_pings_however_much_it_sends() {
        heartbeat.onSent(10 * SECOND);
        assertThat(heartbeat.isPingDue(10 * SECOND)).isTrue();
    }

    @Test
    void a_peer_is_dead_when_nothing_was_heard_for_25_seconds() {
        heartbeat.onReceived(5 * SECOND);
        heartbeat.onSent(29 * SECOND);
        assertThat(heartbeat.isDead(30 * SECOND - 1)).isFalse();
        assertThat(heartbeat.isDead(30 * SECOND)).isTrue();
    }

    @Test
    void a_peer_that_suddenly_falls_silent_is_asked_once() {
        heartbeat.onSaid(SECOND);
        heartbeat.onSent(SECOND);
        assertThat(heartbeat.isPingDue(SECOND + SECOND / 2 - 1)).isFalse();
        assertThat(heartbeat.isPingDue(SECOND + SECOND / 2)).isTrue();
        heartbeat.onAsked(SECOND + SECOND / 2);
        assertThat(heartbeat.isPingDue(3 * SECOND)).isFalse();
        heartbeat.onSaid(4 * SECOND);
        assertThat(heartbeat.isPingDue(5 * SECOND)).isTrue();
    }

    @Test
    void a_side_that_talks_itself_need_not_ask() {
        heartbeat.onSaid(SECOND);
        heartbeat.onSent(2 * SECOND);
        assertThat(heartbeat.isPingDue(2 * SECOND)).isFalse();
    }
}
