package io.pinhole.protocol.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.Feedback;
import io.pinhole.protocol.frame.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an owner hears of a line that stands still, and what a link knows of the line of the one before. */
final class StalledLinkTest {

    private static final Reply REPLY = new Reply(1, Optional.empty());

    /** Two of the round trips that are assumed at first, and 400 ms. */
    private static final int STALL_MILLIS = 800;

    private static final int CHECK_MILLIS = 1000;

    private final TestLink test = new TestLink();

    @AfterEach
    void finish() {
        test.finish();
    }

    @Test
    void a_link_that_has_nothing_to_say_does_not_stand_still() {
        test.after(9000);
        assertThat(test.stalls()).isEmpty();
    }

    @Test
    void what_is_answered_in_time_moves() {
        test.does(link -> link.send(REPLY)).after(200).hears(answer(0)).after(5000);
        test.flushes();
        assertThat(test.stalls()).isEmpty();
    }

    @Test
    void while_somebody_talks_a_stall_is_known_at_once() {
        talk(STALL_MILLIS);
        assertThat(test.stalls()).isEmpty();
        talk(100); // in which the first bundle went
        test.flushes();
        assertThat(test.stalls()).containsExactly(true);
    }

    @Test
    void while_nobody_talks_a_stall_is_known_at_the_next_check() {
        test.does(link -> link.send(REPLY)).after(CHECK_MILLIS);
        test.flushes();
        assertThat(test.stalls()).containsExactly(true);
    }

    @Test
    void an_answer_says_that_the_line_moves_again() {
        test.does(link -> link.send(REPLY)).after(3 * CHECK_MILLIS).hears(answer(0));
        test.flushes();
        assertThat(test.stalls()).containsExactly(true, false);
    }

    @Test
    void voice_that_waits_when_a_stalled_link_ends_is_counted() {
        SimulatedMeter meter = new SimulatedMeter();
        Outbound outbound = new Outbound(meter, () -> false);
        outbound.add(Peer.voice(0), 0, 0);
        outbound.add(Peer.voice(2), 0, 0);
        outbound.clear();
        assertThat(meter.dropped()).isEqualTo(2);
    }

    @Test
    void the_next_link_begins_with_what_the_one_before_knew() {
        LineMemory known = learnt();
        assertThat(known.rate()).isEqualTo(8);
        assertThat(known.roundTripMillis()).isEqualTo(150);

        TestLink next = new TestLink();
        next.does(link -> link.recall(sameMoment(known, next)));
        LineMemory recalled = memoryOf(next);
        assertThat(recalled.rate()).isEqualTo(8);
        assertThat(recalled.roundTripMillis()).isEqualTo(150);
        assertThat(recalled.inboundRate()).isEqualTo(12);
        next.finish();
    }

    @Test
    void what_was_known_long_ago_is_not_believed() {
        TestLink next = new TestLink();
        next.after(61_000).does(link -> link.recall(learnt()));
        assertThat(memoryOf(next).rate()).isZero();
        next.finish();
    }

    @Test
    void what_the_link_has_measured_itself_it_knows_better() {
        LineMemory other = new LineMemory(memoryOf(test).path(), test.now(), 400, 20, 0);
        learnt();
        test.does(link -> link.recall(other));
        assertThat(memoryOf(test).rate()).isEqualTo(8);
    }

    /** 64 kbit/s, as the peer says. */
    private LineMemory learnt() {
        test.does(link -> link.send(REPLY)).after(150).hears(new Feedback(0, 0, 0, 0, 8000 / Feedback.RATE_UNIT));
        test.flushes();
        return memoryOf(test);
    }

    private void talk(int millis) {
        for (int passed = 0; passed < millis; passed += 20) {
            test.does(link -> link.voice(Peer.voice(0), test.now())).after(20);
        }
    }

    private static LineMemory sameMoment(LineMemory known, TestLink link) {
        return new LineMemory(known.path(), link.now(), known.rate(), known.roundTripMillis(), 12);
    }

    private static LineMemory memoryOf(TestLink link) {
        List<LineMemory> memory = new ArrayList<>();
        link.link().memory(memory::add);
        return memory.get(0);
    }

    private static Feedback answer(int record) {
        return new Feedback(record, 0, 0, 0, Feedback.UNCHANGED);
    }
}
