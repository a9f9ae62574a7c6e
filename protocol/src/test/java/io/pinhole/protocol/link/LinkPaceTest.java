package io.pinhole.protocol.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.Chunk;
import io.pinhole.protocol.frame.Feedback;
import io.pinhole.protocol.frame.Frame;
import io.pinhole.protocol.frame.Mode;
import io.pinhole.protocol.frame.Ping;
import io.pinhole.protocol.frame.Reply;
import io.pinhole.protocol.frame.SetMode;
import io.pinhole.protocol.frame.Stamp;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When a link writes: by its timers, by what the peer answers, and what it answers itself. */
final class LinkPaceTest {

    private static final SetMode REQUEST = new SetMode(1, Mode.PHOTO);
    private static final Reply REPLY = new Reply(1, Optional.empty());

    private final TestLink test = new TestLink();

    @AfterEach
    void finish() {
        test.finish();
    }

    @Test
    void a_photo_stops_at_the_window_and_goes_on_when_the_peer_has_taken_some() {
        test.ofPlenty().does(link -> link.add(new TestPhoto(1, 0)));
        assertThat(photoBytes()).isEqualTo(4 * 1024);
        test.after(60);
        assertThat(photoBytes()).isZero();
        test.hears(now(), new Feedback(1, 0, 0, 2 * 1387, Feedback.UNCHANGED));
        assertThat(photoBytes()).isEqualTo(2 * 1387);
        test.hears(now(), new Feedback(2, 0, 0, 4 * 1387, Feedback.UNCHANGED));
        assertThat(photoBytes()).isEqualTo(4 * 1024 + 2 * 1387); // a window has come, and it doubles
    }

    @Test
    void a_photo_stops_when_nothing_is_answered_and_goes_on_with_the_answer() {
        test.does(link -> link.add(new TestPhoto(1, 0))).after(900);
        int records = test.flushes().size();
        assertThat(records).isGreaterThan(10);
        test.after(5000);
        assertThat(test.flushes()).isEmpty();
        test.hears(now(), new Feedback(records - 1, 0, 0, 0, Feedback.UNCHANGED));
        assertThat(photoBytes()).isPositive();
    }

    @Test
    void a_timer_writes_what_nothing_else_would_write() {
        test.does(link -> link.voice(Peer.voice(0), test.now())).after(20);
        test.does(link -> link.voice(Peer.voice(2), test.now())).after(40);
        assertThat(said()).singleElement().extracting("tick").isEqualTo(0);
        test.after(10);
        assertThat(said()).singleElement().extracting("tick").isEqualTo(2);
    }

    @Test
    void voice_goes_in_bundles_on_a_line_that_nobody_knows() {
        for (int i = 0; i < 16; i++) {
            int tick = 2 * i;
            test.does(link -> link.voice(Peer.voice(tick), test.now())).after(20);
        }
        // the first three are cut in two, to measure the line
        assertThat(said()).extracting("tick").containsExactly(0, 2, 6, 8, 12, 14, 18, 20, 26);
    }

    @Test
    void what_the_peer_said_is_answered_at_once_and_then_after_a_while() {
        test.hears(now(), REQUEST);
        assertThat(test.written())
                .singleElement()
                .extracting("record", "holdMillis")
                .containsExactly(0, 0);
        test.after(50).hears(now(), REQUEST).after(230);
        assertThat(test.written()).isEmpty();
        test.after(30);
        assertThat(test.written())
                .singleElement()
                .extracting("record", "holdMillis")
                .containsExactly(1, 255);
    }

    @Test
    void photo_bytes_taken_while_they_are_read_are_told_at_once() {
        test.answering(frame -> test.link().taken(1500)).hears(now(), Peer.chunk(1500));
        assertThat(test.written()).singleElement().extracting("received").isEqualTo(1500);
    }

    @Test
    void photo_bytes_taken_later_by_another_thread_are_told_too() {
        test.hears(now(), Peer.chunk(1500));
        assertThat(test.written()).singleElement().extracting("received").isEqualTo(0);
        assertThat(test.after(3000).written()).isEmpty();
        test.does(link -> link.taken(1500));
        assertThat(test.written()).singleElement().extracting("received").isEqualTo(1500);
    }

    @Test
    void photo_bytes_taken_soon_after_feedback_are_told_after_a_little_while() {
        test.hears(now(), Peer.chunk(100)).written();
        test.does(link -> link.taken(100)).after(30);
        assertThat(test.written()).isEmpty();
        test.after(20);
        assertThat(test.written()).singleElement().extracting("received").isEqualTo(100);
    }

    @Test
    void bytes_taken_right_after_feedback_are_not_forgotten() {
        test.hears(now(), Peer.chunk(150)).written();
        test.does(link -> link.taken(100)).after(10);
        test.does(link -> link.send(REPLY)).does(link -> link.taken(50));
        assertThat(test.written())
                .hasSize(2)
                .contains(REPLY)
                .first()
                .extracting("received")
                .isEqualTo(100);
        test.after(200);
        assertThat(test.written()).singleElement().extracting("received").isEqualTo(150);
    }

    @Test
    void an_idle_link_stays_silent_when_feedback_comes() {
        test.after(1000).hears(now(), new Feedback(0, 0, 0, 0, Feedback.UNCHANGED));
        test.after(1000).hears(now(), new Feedback(1, 0, 0, 0, Feedback.UNCHANGED));
        assertThat(test.after(2000).written()).isEmpty();
    }

    @Test
    void a_link_that_was_idle_for_ten_seconds_pings() {
        test.after(9_900);
        assertThat(test.written()).isEmpty();
        test.after(1_100);
        assertThat(test.written()).hasAtLeastOneElementOfType(Ping.class);
    }

    private Stamp now() {
        return new Stamp((int) (test.now() / Stamp.UNIT_NANOS) & 0xffff, Stamp.COUNTED);
    }

    /** What was written since the last call, but for feedback. */
    private List<Frame> said() {
        return test.written().stream()
                .filter(frame -> !(frame instanceof Feedback))
                .toList();
    }

    private int photoBytes() {
        return said().stream()
                .mapToInt(frame -> ((Chunk) frame).data().readableBytes())
                .sum();
    }
}
