package io.pinhole.protocol.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pinhole.protocol.frame.Chunk;
import io.pinhole.protocol.frame.Feedback;
import io.pinhole.protocol.frame.Frame;
import io.pinhole.protocol.frame.Stamp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InboundTest {

    private static final long MILLIS = 1_000_000;
    private static final double NEVER = Double.POSITIVE_INFINITY;
    private static final Feedback FEEDBACK = new Feedback(0, 0, 0, 0, Feedback.UNCHANGED);
    private static final Frame VOICE = Peer.voice(1);

    /** On the wire, all told. */
    private static final int RECORD_BYTES = 1000;

    private final Inbound inbound = new Inbound();

    @Test
    void there_is_nothing_to_tell_before_the_first_record() {
        inbound.onTaken(100, 0);
        assertThat(inbound.dueAt()).isEqualTo(NEVER);
        assertThat(inbound.ride(1000 * MILLIS)).isNull();
    }

    @Test
    void the_first_record_is_answered_at_once() {
        record(0, 70, VOICE);
        assertThat(inbound.dueAt()).isEqualTo(70);
        assertThat(inbound.isUrgent()).isFalse();
    }

    @Test
    void an_answer_waits_a_while_after_the_last_one() {
        record(0, 70, VOICE);
        inbound.ride(75 * MILLIS);
        assertThat(inbound.dueAt()).isEqualTo(NEVER);
        record(20, 90, VOICE);
        assertThat(inbound.dueAt()).isEqualTo(375);
        record(240, 310, VOICE);
        assertThat(inbound.dueAt()).isEqualTo(375);
        inbound.ride(310 * MILLIS);
        record(600, 670, VOICE);
        assertThat(inbound.dueAt()).isEqualTo(670);
    }

    @Test
    void two_idle_ends_do_not_answer_each_others_feedback() {
        record(0, 70, FEEDBACK);
        record(1000, 1070, FEEDBACK);
        assertThat(inbound.dueAt()).isEqualTo(NEVER);
        assertThat(inbound.ride(1100 * MILLIS)).isNull();
    }

    @Test
    void a_record_of_feedback_and_more_is_answered() {
        record(0, 70, FEEDBACK, VOICE);
        assertThat(inbound.dueAt()).isEqualTo(70);
    }

    @Test
    void the_answer_to_one_of_several_records_is_the_answer_to_all() {
        read(new Stamp(0, Stamp.COUNTED), 70);
        read(VOICE, 70);
        read(new Stamp(0, Stamp.COUNTED), 70);
        read(FEEDBACK, 70);
        inbound.onReadEnd(70 * MILLIS);
        assertThat(inbound.dueAt()).isEqualTo(70);
        assertThat(inbound.ride(70 * MILLIS)).isEqualTo(new Feedback(1, 0, Feedback.UNKNOWN, 0, Feedback.UNCHANGED));
    }

    @Test
    void a_record_that_was_read_in_two_is_answered_for_its_second_part_too() {
        record(0, 70);
        assertThat(inbound.dueAt()).isEqualTo(NEVER);
        read(VOICE, 80);
        inbound.onReadEnd(80 * MILLIS);
        assertThat(inbound.dueAt()).isEqualTo(80);
        assertThat(inbound.ride(80 * MILLIS)).isEqualTo(new Feedback(0, 10, 0, 0, Feedback.UNCHANGED));
        inbound.onReadEnd(90 * MILLIS);
        assertThat(inbound.dueAt()).isEqualTo(NEVER);
    }

    @Test
    void what_a_peer_says_before_its_first_stamp_is_not_answered() {
        read(VOICE, 80);
        inbound.onReadEnd(80 * MILLIS);
        record(100, 170);
        assertThat(inbound.dueAt()).isEqualTo(NEVER);
    }

    @Test
    void a_queue_that_jumps_up_is_told_at_once() {
        record(0, 70, VOICE);
        inbound.ride(70 * MILLIS);
        record(100, 231, VOICE);
        assertThat(inbound.dueAt()).isEqualTo(231);
        assertThat(inbound.isUrgent()).isTrue();
        inbound.ride(231 * MILLIS);
        assertThat(inbound.isUrgent()).isFalse();
    }

    @Test
    void what_was_told_twenty_milliseconds_ago_is_told_again_at_the_soonest() {
        record(0, 70, VOICE);
        inbound.ride(225 * MILLIS);
        record(100, 231, VOICE);
        assertThat(inbound.dueAt()).isEqualTo(245);
    }

    @Test
    void a_small_queue_is_no_news_and_neither_is_one_that_was_told() {
        record(0, 70, VOICE);
        inbound.ride(70 * MILLIS);
        record(20, 140, VOICE);
        assertThat(inbound.isUrgent()).isFalse();
        inbound.ride(140 * MILLIS); // 50 ms
        record(200, 360, VOICE);
        assertThat(inbound.isUrgent()).isFalse();
        record(400, 561, VOICE);
        assertThat(inbound.isUrgent()).isTrue();
    }

    @Test
    void a_jump_is_told_even_if_nothing_but_feedback_met_it() {
        record(0, 70, FEEDBACK);
        record(1000, 1130, FEEDBACK);
        assertThat(inbound.dueAt()).isEqualTo(1130);
    }

    @Test
    void feedback_says_which_flush_came_last_how_long_ago_and_how_it_fared() {
        record(0, 50, VOICE);
        record(20, 75, VOICE);
        inbound.onTaken(700, 80 * MILLIS);
        assertThat(inbound.ride(85 * MILLIS)).isEqualTo(new Feedback(1, 10, 10, 700, Feedback.UNCHANGED));
    }

    @Test
    void feedback_does_not_say_more_than_its_fields_hold() {
        for (int i = 0; i <= 65_536; i++) {
            record(3 * i, 3 * i, VOICE);
        }
        inbound.onTaken(Feedback.RECEIVED_MODULUS + 5, 3 * 65_536 * MILLIS);
        assertThat(inbound.ride((3 * 65_536 + 1000) * MILLIS))
                .isEqualTo(new Feedback(0, 255, 0, 5, Feedback.UNCHANGED));
    }

    @Test
    void the_clock_may_be_below_zero() {
        record(0, -10_000, VOICE);
        assertThat(inbound.dueAt()).isEqualTo(-10_000);
        assertThat(inbound.ride(-9_990 * MILLIS)).isEqualTo(new Feedback(0, 10, 0, 0, Feedback.UNCHANGED));
        record(30, -9_970, VOICE);
        assertThat(inbound.dueAt()).isEqualTo(-9_690);
    }

    @Test
    void photo_bytes_that_were_taken_are_told_after_a_while() {
        record(0, 70, VOICE);
        inbound.ride(70 * MILLIS);
        inbound.onTaken(10, 90 * MILLIS);
        assertThat(inbound.dueAt()).isEqualTo(370);
        assertThat(inbound.ride(370 * MILLIS)).extracting(Feedback::received).isEqualTo(10);
        inbound.onTaken(10, 3000 * MILLIS);
        assertThat(inbound.dueAt()).isEqualTo(3000);
        assertThat(inbound.ride(3000 * MILLIS)).extracting(Feedback::received).isEqualTo(20);
    }

    @ParameterizedTest
    @CsvSource({"100, 300", "12, 200", "13, 100", "37, 100", "38, 40", "124, 40", "126, 20", "999, 20", "1000, 5"})
    void while_photos_move_the_sender_of_a_fast_line_knows_sooner(double rate, double spacing) {
        boolean photos = spacing != 300;
        Frame frame = photos ? Peer.chunk(1) : VOICE;
        pair(0, rate, frame);
        assertThat(inbound.rate()).isCloseTo(rate, within(1e-3));
        inbound.ride(500 * MILLIS);
        record(431, 501, frame);
        assertThat(inbound.dueAt()).isEqualTo(500 + spacing);
    }

    @Test
    void a_second_after_the_last_photo_there_is_no_hurry_any_more() {
        pair(0, 100, Peer.chunk(1));
        inbound.ride(1080 * MILLIS);
        record(1020, 1090, VOICE);
        assertThat(inbound.dueAt()).isEqualTo(1380);
    }

    @Test
    void the_rate_is_said_when_it_is_known_and_again_when_it_has_changed() {
        record(0, 70, VOICE);
        assertThat(inbound.ride(70 * MILLIS)).extracting(Feedback::capacity).isEqualTo(Feedback.UNCHANGED);
        pair(1000, 200, VOICE);
        assertThat(inbound.ride(1200 * MILLIS)).extracting(Feedback::capacity).isEqualTo(200_000 / Feedback.RATE_UNIT);
        pair(2000, 193, VOICE); // with the first: 196.4
        assertThat(inbound.ride(2200 * MILLIS)).extracting(Feedback::capacity).isEqualTo(Feedback.UNCHANGED);
        pair(3000, 180, VOICE); // with the others: 190.6
        assertThat(inbound.ride(3200 * MILLIS))
                .extracting(feedback -> feedback.capacity() * Feedback.RATE_UNIT / 1000.0)
                .satisfies(rate -> assertThat((double) rate).isCloseTo(190.6, within(0.1)));
    }

    @Test
    void a_rate_beyond_the_field_is_as_much_as_it_holds() {
        pair(0, 2000, VOICE);
        assertThat(inbound.ride(100 * MILLIS)).extracting(Feedback::capacity).isEqualTo(Feedback.MOST_RATE);
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

    /** Two records that were written together, on a line of 70 ms and this rate. */
    private void pair(long sent, double rate, Frame frame) {
        record(sent, sent + 70, frame);
        long came = (long) ((sent + 70 + RECORD_BYTES / rate) * MILLIS);
        inbound.onFrame(stamp(sent), 3, came);
        inbound.onFrame(frame, RECORD_BYTES - 3 - FrameSize.RECORD_OVERHEAD, came);
        inbound.onReadEnd(came);
    }

    /** The peer wrote at one time of its clock, in milliseconds, and it came at a time of ours. */
    private void record(long sent, long came, Frame... frames) {
        read(stamp(sent), came);
        for (Frame frame : frames) {
            read(frame, came);
        }
        inbound.onReadEnd(came * MILLIS);
    }

    private void read(Frame frame, long came) {
        inbound.onFrame(frame, frame instanceof Chunk ? 6 : 50, came * MILLIS);
    }

    private static Stamp stamp(long sentMillis) {
        return new Stamp((int) (sentMillis * MILLIS / Stamp.UNIT_NANOS) & 0xffff, Stamp.COUNTED);
    }
}
