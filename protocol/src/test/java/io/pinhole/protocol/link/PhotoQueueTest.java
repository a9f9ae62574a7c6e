package io.pinhole.protocol.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.Chunk;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PhotoQueueTest {

    private final PhotoQueue queue = new PhotoQueue();

    @Test
    void the_most_useful_source_goes_first_whoever_came_first() {
        queue.add(photo(1, Worth.DETAIL));
        queue.add(photo(2, Worth.PREVIEW));
        queue.add(photo(3, Worth.VIEWED_OUTLINE));
        assertThat(handles(3)).containsExactly(2, 2, 2);
    }

    @Test
    void of_equal_worth_the_smallest_in_order_goes_first() {
        queue.add(new TestPhoto(1, 0));
        queue.add(new TestPhoto(2, -2));
        queue.add(new TestPhoto(3, -1));
        assertThat(handles(3)).containsExactly(2, 2, 2);
    }

    @Test
    void equals_go_one_after_the_other() {
        queue.add(new TestPhoto(1, 0).holding(1008));
        queue.add(new TestPhoto(2, 0).holding(1008));
        assertThat(handles(4)).containsExactly(1, 1, 2, 2);
    }

    @Test
    void one_chunk_in_sixteen_goes_to_the_one_that_has_waited_longest() {
        queue.add(photo(1, Worth.VIEWED_OUTLINE));
        queue.add(photo(2, Worth.ORIGINAL));
        queue.add(photo(3, Worth.POLISH));
        List<Integer> handles = handles(20 * PhotoQueue.FAIR_SHARE);
        assertThat(handles.stream().filter(handle -> handle == 2)).hasSize(10);
        assertThat(handles.stream().filter(handle -> handle == 3)).hasSize(10);
        assertThat(handles.subList(0, 2 * PhotoQueue.FAIR_SHARE))
                .containsSubsequence(1, 2, 1, 3)
                .startsWith(1)
                .endsWith(3);
    }

    @Test
    void whoever_came_late_has_not_waited_for_what_went_before() {
        queue.add(photo(1, Worth.OUTLINE));
        queue.add(photo(2, Worth.ORIGINAL));
        handles(PhotoQueue.FAIR_SHARE);
        handles(PhotoQueue.FAIR_SHARE - 2);
        queue.add(photo(3, Worth.ORIGINAL));
        assertThat(handles(2)).containsExactly(1, 2);
        assertThat(handles(PhotoQueue.FAIR_SHARE)).endsWith(3);
    }

    @Test
    void it_tells_of_bytes_without_taking_any() {
        TestPhoto photo = new TestPhoto(1, 0).holding(0);
        queue.add(photo);
        assertThat(queue.hasBytes()).isFalse();
        photo.holding(10);
        assertThat(queue.hasBytes()).isTrue();
        assertThat(photo.available()).isEqualTo(10);
        queue.remove(photo);
        assertThat(queue.hasBytes()).isFalse();
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

    private static TestPhoto photo(int handle, Worth worth) {
        return new TestPhoto(handle, new Usefulness(worth, 0));
    }

    private List<Integer> handles(int chunks) {
        List<Integer> handles = new ArrayList<>();
        for (int i = 0; i < chunks; i++) {
            handles.add(queue.next(504).handle());
        }
        return handles;
    }
}
