package io.pinhole.protocol.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.link.Timetable.Control;
import io.pinhole.protocol.link.Timetable.Pace;
import io.pinhole.protocol.link.Timetable.Waiting;
import org.junit.jupiter.api.Test;

final class TimetableTest {

    private static final double NEVER = Double.POSITIVE_INFINITY;
    private static final Waiting NOTHING = new Waiting(Control.NONE, false, false, NEVER, false);
    private static final Waiting CONTROL = new Waiting(Control.PRESSING, false, false, NEVER, false);
    private static final Waiting VOICE = new Waiting(Control.NONE, true, false, NEVER, false);
    private static final Waiting DELTA = new Waiting(Control.NONE, false, true, NEVER, false);
    private static final Pace SLOW = new Pace(60, 20);
    private static final Pace FAST = new Pace(20, 20);

    private final Timetable timetable = new Timetable();

    @Test
    void nothing_is_never_due() {
        assertNotDue(NOTHING, SLOW, 0, NEVER);
    }

    @Test
    void control_is_always_due() {
        timetable.onFlushed(0, true);
        assertThat(timetable.isDue(CONTROL, SLOW, 0)).isTrue();
    }

    @Test
    void the_first_voice_and_the_first_delta_are_due_at_once() {
        assertThat(timetable.isDue(VOICE, SLOW, 0)).isTrue();
        assertThat(timetable.isDue(DELTA, SLOW, 0)).isTrue();
    }

    @Test
    void voice_and_deltas_are_due_at_once_where_a_tick_is_no_longer_than_a_frame() {
        timetable.onFlushed(0, true);
        assertThat(timetable.isDue(VOICE, FAST, 0)).isTrue();
        assertThat(timetable.isDue(DELTA, FAST, 0)).isTrue();
    }

    @Test
    void voice_just_spoken_goes_a_quarter_of_a_tick_early() {
        timetable.onFlushed(0, true);
        timetable.onSpoken(44);
        assertNotDue(VOICE, SLOW, 44, 45);
        timetable.onSpoken(45);
        assertThat(timetable.isDue(VOICE, SLOW, 45)).isTrue();
    }

    @Test
    void voice_goes_no_more_than_three_quarters_of_a_frame_early() {
        Pace longTick = new Pace(120, 20);
        timetable.onFlushed(0, true);
        timetable.onSpoken(104);
        assertNotDue(VOICE, longTick, 104, 105);
        timetable.onSpoken(105);
        assertThat(timetable.isDue(VOICE, longTick, 105)).isTrue();
    }

    @Test
    void voice_that_was_not_spoken_just_now_waits_for_its_tick_and_a_little_for_the_next_frame() {
        timetable.onFlushed(0, true);
        timetable.onSpoken(43);
        assertNotDue(VOICE, SLOW, 45, 62);
        assertNotDue(VOICE, SLOW, 61.9, 62);
        assertThat(timetable.isDue(VOICE, SLOW, 62)).isTrue();
    }

    @Test
    void a_flush_without_voice_does_not_put_voice_off() {
        timetable.onFlushed(0, true);
        timetable.onFlushed(50, false);
        assertThat(timetable.isDue(VOICE, SLOW, 62)).isTrue();
    }

    @Test
    void deltas_wait_for_a_tick_after_any_flush_while_nobody_speaks() {
        timetable.onFlushed(0, false);
        assertNotDue(DELTA, SLOW, 59, 60);
        assertThat(timetable.isDue(DELTA, SLOW, 60)).isTrue();
    }

    @Test
    void deltas_wait_half_a_tick_longer_to_ride_with_voice() {
        timetable.onFlushed(0, true);
        timetable.onSpoken(20);
        assertNotDue(DELTA, SLOW, 60, 90);
        assertThat(timetable.isDue(DELTA, SLOW, 90)).isTrue();
    }

    @Test
    void patient_control_rides_as_deltas_do() {
        Waiting patient = new Waiting(Control.PATIENT, false, false, NEVER, false);
        timetable.onFlushed(0, true);
        timetable.onSpoken(20);
        assertNotDue(patient, SLOW, 60, 90);
        assertThat(timetable.isDue(patient, SLOW, 90)).isTrue();
        assertThat(timetable.isDue(patient, FAST, 60)).isTrue();
    }

    @Test
    void who_has_not_spoken_for_a_tick_and_a_half_is_not_waited_for() {
        timetable.onSpoken(-20);
        timetable.onFlushed(0, true);
        assertNotDue(DELTA, SLOW, 69.9, 90);
        assertThat(timetable.isDue(DELTA, SLOW, 70)).isTrue();
    }

    @Test
    void feedback_goes_when_it_is_due_while_nobody_speaks() {
        timetable.onFlushed(90, true);
        assertNotDue(feedback(100, false), SLOW, 99, 100);
        assertThat(timetable.isDue(feedback(100, false), SLOW, 100)).isTrue();
    }

    @Test
    void feedback_rides_with_the_next_voice_while_somebody_speaks() {
        timetable.onFlushed(90, true);
        timetable.onSpoken(95);
        assertNotDue(feedback(100, false), SLOW, 100, 155);
        assertNotDue(feedback(170, false), SLOW, 155, 170);
        assertThat(timetable.isDue(feedback(100, false), SLOW, 155)).isTrue();
    }

    @Test
    void urgent_feedback_waits_for_nobody() {
        timetable.onFlushed(90, true);
        timetable.onSpoken(95);
        assertNotDue(feedback(100, true), SLOW, 99, 100);
        assertThat(timetable.isDue(feedback(100, true), SLOW, 100)).isTrue();
    }

    @Test
    void on_a_stalled_line_control_and_feedback_are_all() {
        Waiting all = new Waiting(Control.NONE, true, true, 100, true).ofStalledLine();
        assertNotDue(all, FAST, 99, 100);
        assertThat(timetable.isDue(all, FAST, 100)).isTrue();
        assertThat(timetable.isDue(new Waiting(Control.PRESSING, true, true, NEVER, false).ofStalledLine(), FAST, 0))
                .isTrue();
    }

    @Test
    void it_wakes_for_what_is_due_first() {
        timetable.onFlushed(0, true);
        assertNotDue(new Waiting(Control.NONE, true, true, 70, false), SLOW, 10, 60);
        assertNotDue(new Waiting(Control.NONE, true, false, 70, false), SLOW, 10, 62);
        assertNotDue(new Waiting(Control.NONE, true, true, 30, false), SLOW, 10, 30);
        timetable.wakeAfter(15, 10);
        assertThat(timetable.wakeAt()).isEqualTo(25);
        timetable.wakeAfter(100, 10);
        assertThat(timetable.wakeAt()).isEqualTo(25);
    }

    @Test
    void a_photo_that_rides_goes_once_a_tick_while_nobody_speaks() {
        timetable.onFlushed(100, false);
        assertThat(timetable.isDue(NOTHING, SLOW, 150)).isFalse();
        assertThat(timetable.isPhotoDue(true, 0, SLOW, 150)).isFalse();
        assertThat(timetable.wakeAt()).isEqualTo(159.95);
        assertThat(timetable.isPhotoDue(true, 0, SLOW, 159.95)).isTrue();
    }

    @Test
    void a_photo_that_rides_waits_half_a_tick_longer_for_voice() {
        timetable.onFlushed(100, true);
        timetable.onSpoken(110);
        assertThat(timetable.isPhotoDue(true, 0, SLOW, 189)).isFalse();
        assertThat(timetable.isPhotoDue(true, 0, SLOW, 189.95)).isTrue();
    }

    @Test
    void a_photo_of_a_fast_line_goes_when_the_queue_is_down_to_its_target() {
        timetable.onFlushed(100, true);
        timetable.onSpoken(100);
        assertThat(timetable.isPhotoDue(false, -3, SLOW, 101)).isTrue();
        assertThat(timetable.isDue(NOTHING, SLOW, 101)).isFalse();
        assertThat(timetable.isPhotoDue(false, 12, SLOW, 101)).isFalse();
        assertThat(timetable.wakeAt()).isEqualTo(112.95);
    }

    private void assertNotDue(Waiting waiting, Pace pace, double now, double wakeAt) {
        assertThat(timetable.isDue(waiting, pace, now)).isFalse();
        assertThat(timetable.wakeAt()).isEqualTo(wakeAt);
    }

    private static Waiting feedback(double dueAt, boolean urgent) {
        return new Waiting(Control.NONE, false, false, dueAt, urgent);
    }
}
