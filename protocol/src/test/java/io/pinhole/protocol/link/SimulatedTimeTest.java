package io.pinhole.protocol.link;

import static io.pinhole.protocol.link.SimulatedTime.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SimulatedTimeTest {

    private final SimulatedTime time = new SimulatedTime();
    private final List<String> happened = new ArrayList<>();

    @Test
    void things_happen_in_their_order_and_at_one_moment_as_they_were_asked_for() {
        time.at(2, () -> happened.add("c"));
        time.at(1, () -> happened.add("a"));
        time.at(2, () -> happened.add("d"));
        time.at(1, () -> time.after(0, () -> happened.add("b")));
        time.runUntil(SECONDS);
        assertThat(happened).containsExactly("a", "b", "c", "d");
        assertThat(time.now()).isEqualTo(SECONDS);
    }

    @Test
    void what_is_due_later_waits() {
        time.at(5, () -> happened.add("later"));
        time.runUntil(4);
        assertThat(happened).isEmpty();
        time.runUntil(5);
        assertThat(happened).containsExactly("later");
    }

    @Test
    void time_stops_when_all_is_done() {
        time.at(3, () -> happened.add("done"));
        time.at(4, () -> happened.add("more"));
        time.runUntil(SECONDS, () -> !happened.isEmpty());
        assertThat(time.now()).isEqualTo(3);
    }
}
