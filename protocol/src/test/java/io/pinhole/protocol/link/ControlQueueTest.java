package io.pinhole.protocol.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.Frame;
import io.pinhole.protocol.frame.Mode;
import io.pinhole.protocol.frame.ModeChanged;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.frame.Reply;
import io.pinhole.protocol.frame.Stored;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ControlQueueTest {

    private final ControlQueue queue = new ControlQueue();

    @Test
    void replies_leave_in_the_order_in_which_they_came() {
        queue.add(reply(1));
        queue.add(reply(2));
        queue.add(reply(1));
        assertThat(all()).containsExactly(reply(1), reply(2), reply(1));
    }

    @Test
    void the_latest_value_replaces_the_waiting_one_and_goes_to_the_end() {
        queue.replace("mode", new ModeChanged(Mode.VIDEO, 1));
        queue.add(reply(1));
        queue.replace("mode", new ModeChanged(Mode.PHOTO, 2));
        assertThat(all()).containsExactly(reply(1), new ModeChanged(Mode.PHOTO, 2));
    }

    @Test
    void values_of_different_keys_are_all_kept() {
        queue.replace("a", reply(1));
        queue.replace("b", reply(2));
        assertThat(all()).containsExactly(reply(1), reply(2));
    }

    @Test
    void a_value_that_has_left_is_not_replaced() {
        queue.replace("mode", new ModeChanged(Mode.VIDEO, 1));
        queue.poll();
        queue.replace("mode", new ModeChanged(Mode.PHOTO, 1));
        assertThat(all()).containsExactly(new ModeChanged(Mode.PHOTO, 1));
    }

    @Test
    void how_far_a_photo_has_come_is_not_pressing() {
        assertThat(queue.isPressing()).isFalse();
        queue.replace("stored", new Stored(new PhotoId(1, 2), Rendition.WORKING, 1000, false));
        assertThat(queue.isPressing()).isFalse();
        queue.add(reply(1));
        assertThat(queue.isPressing()).isTrue();
    }

    @Test
    void too_many_waiting_replies_are_noticed() {
        for (int i = 0; i < ControlQueue.MAX_REPLIES; i++) {
            assertThat(queue.add(reply(i))).isTrue();
        }
        assertThat(queue.add(reply(0))).isFalse();
    }

    @Test
    void only_replies_that_still_wait_are_counted() {
        for (int i = 0; i < 2 * ControlQueue.MAX_REPLIES; i++) {
            assertThat(queue.add(reply(i))).isTrue();
            queue.replace(i, reply(i));
            queue.poll();
        }
    }

    @Test
    void nothing_is_left_after_it_was_cleared() {
        queue.add(reply(1));
        queue.replace("a", reply(2));
        queue.clear();
        assertThat(queue.isEmpty()).isTrue();
        assertThat(queue.poll()).isNull();
    }

    private List<Frame> all() {
        List<Frame> all = new ArrayList<>();
        while (!queue.isEmpty()) {
            all.add(queue.poll());
        }
        return all;
    }

    private static Reply reply(int request) {
        return new Reply(request, Optional.empty());
    }
}
