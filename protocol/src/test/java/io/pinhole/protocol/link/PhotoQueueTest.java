package io.pinhole.protocol.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.Chunk;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PhotoQueueTest {

    private final PhotoQueue queue = new PhotoQueue();

    @Test
    void the_most_urgent_source_goes_first_whoever_came_first() {
        queue.add(new TestPhoto(1, 5));
        queue.add(new TestPhoto(2, 0));
        queue.add(new TestPhoto(3, 9));
        assertThat(handles(3)).containsExactly(2, 2, 2);
    }

    @Test
    void sources_of_one_rank_take_turns() {
        queue.add(new TestPhoto(1, 0));
        queue.add(new TestPhoto(2, 0));
        queue.add(new TestPhoto(3, 0));
        assertThat(handles(6)).containsExactly(1, 2, 3, 1, 2, 3);
    }

    @Test
    void a_source_that_has_nothing_at_the_moment_holds_nobody_up() {
        TestPhoto waiting = new TestPhoto(1, 0).holding(0);
        queue.add(waiting);
        queue.add(new TestPhoto(2, 1));
        assertThat(handles(1)).containsExactly(2);
        waiting.holding(100);
        assertThat(handles(2)).containsExactly(1, 2);
    }

    @Test
    void a_chunk_holds_what_there_is_and_not_more_than_asked_for() {
        queue.add(new TestPhoto(7, 0).holding(600));
        Chunk first = queue.next(504);
        Chunk second = queue.next(504);
        assertThat(first.data().readableBytes()).isEqualTo(504);
        assertThat(second.data().readableBytes()).isEqualTo(96);
        assertThat(second.offset()).isEqualTo(Chunk.CONTINUES);
        assertThat(queue.next(504)).isNull();
    }

    @Test
    void an_exhausted_source_is_forgotten() {
        queue.add(new TestPhoto(1, 0).exhausted());
        assertThat(queue.next(504)).isNull();
        assertThat(queue.isEmpty()).isTrue();
    }

    @Test
    void a_removed_source_is_not_asked_again() {
        TestPhoto removed = new TestPhoto(1, 0);
        queue.add(removed);
        queue.add(new TestPhoto(2, 0));
        queue.remove(removed);
        assertThat(handles(2)).containsExactly(2, 2);
    }

    private List<Integer> handles(int chunks) {
        List<Integer> handles = new ArrayList<>();
        for (int i = 0; i < chunks; i++) {
            handles.add(queue.next(504).handle());
        }
        return handles;
    }
}
