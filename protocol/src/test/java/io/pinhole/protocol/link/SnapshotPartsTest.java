package io.pinhole.protocol.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.pinhole.protocol.frame.Deltas;
import io.pinhole.protocol.frame.Frame;
import io.pinhole.protocol.frame.OperationResults;
import io.pinhole.protocol.frame.Pointer;
import io.pinhole.protocol.frame.Snapshot;
import io.pinhole.protocol.frame.WireException;
import io.pinhole.protocol.proto.Delta;
import io.pinhole.protocol.proto.WidgetMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A snapshot that goes in parts, what goes between them, and what comes of them at the other end. */
final class SnapshotPartsTest {

    private static final int WIDGET_BYTES = 1_000;

    private final DeltaQueue queue = new DeltaQueue(LinkMeter.NONE);
    private final SnapshotJoiner joiner = new SnapshotJoiner();
    private final List<Integer> asked = new ArrayList<>();

    @Test
    void a_small_snapshot_is_one_part() throws WireException {
        queue.add(snapshot(1, 20));
        Snapshot only = poll();
        assertThat(only).isEqualTo(snapshot(1, 20));
        assertThat(joiner.add(only)).isEqualTo(only);
        queue.add(snapshot(1, 0));
        assertThat(all()).containsExactly(snapshot(1, 0));
    }

    @Test
    void parts_are_bounded_and_are_the_whole_together() throws WireException {
        queue.add(snapshot(1, 200));
        List<Frame> parts = all();
        assertThat(parts).hasSizeGreaterThan(5);
        Snapshot whole = null;
        for (Frame part : parts) {
            assertThat(whole).isNull();
            int bytes =
                    ((Snapshot) part).widgets().stream().mapToInt(FrameSize::of).sum();
            assertThat(bytes).isLessThanOrEqualTo(SnapshotCutter.FULL_BYTES);
            whole = joiner.add((Snapshot) part);
        }
        assertThat(whole).isEqualTo(snapshot(1, 200));
    }

    @Test
    void a_widget_that_is_larger_than_a_part_is_one_of_its_own() throws WireException {
        WidgetMessage large = widget(2 * SnapshotCutter.FULL_BYTES);
        Snapshot whole = new Snapshot(1, 1, 9, List.of(large, widget(10), large));
        queue.add(whole);
        List<Frame> parts = all();
        assertThat(parts).extracting(part -> ((Snapshot) part).widgets().size()).containsExactly(1, 1, 1);
        assertThat(joiner.add((Snapshot) parts.get(0))).isNull();
        assertThat(joiner.add((Snapshot) parts.get(1))).isNull();
        assertThat(joiner.add((Snapshot) parts.get(2))).isEqualTo(whole);
    }

    @Test
    void no_other_snapshot_begins_between_parts() throws WireException {
        queue.add(snapshot(1, 100));
        List<Frame> parts = new ArrayList<>(List.of(poll()));
        queue.add(snapshot(2, 100));
        parts.addAll(all());

        List<Snapshot> whole = new ArrayList<>();
        for (Frame part : parts) {
            Snapshot joined = joiner.add((Snapshot) part);
            if (joined != null) {
                whole.add(joined);
            }
        }
        assertThat(whole).containsExactly(snapshot(1, 100), snapshot(2, 100));
    }

    @Test
    void others_go_between_parts_but_not_the_deltas_that_follow() {
        queue.add(snapshot(1, 100));
        Deltas follows = new Deltas(1, 1, 9, 10, List.of());
        Deltas other = new Deltas(2, 1, 9, 10, List.of());
        add(follows);
        add(other);
        queue.add(new Pointer(1, 2, 3, 4));
        assertThat(poll().part()).isZero();
        OperationResults results = new OperationResults(1, 7, List.of());
        queue.add(results);

        List<Frame> rest = all();
        assertThat(rest).startsWith(results, other, new Pointer(1, 2, 3, 4));
        assertThat(rest).last().isEqualTo(follows);
        assertThat(((Snapshot) rest.get(rest.size() - 2)).more()).isFalse();
    }

    /** On a line that is slower than people draw, none would ever be whole. */
    @Test
    void a_snapshot_that_has_begun_ends_before_another_is_asked_for() throws WireException {
        queue.add(snapshot(1, 100));
        joiner.add(poll());
        add(new Deltas(1, 1, 9, 10, List.of(delta(DeltaBacklog.MAX_BYTES))));
        assertThat(asked).isEmpty();

        Snapshot whole = null;
        while (whole == null) {
            whole = joiner.add(poll());
        }
        assertThat(whole).isEqualTo(snapshot(1, 100));
        assertThat(asked).isEmpty();
        assertThat(queue.poll()).isNull();
        assertThat(asked).containsExactly(1);
    }

    @Test
    void one_that_has_not_begun_gives_way_to_a_newer_one() {
        queue.add(snapshot(1, 100));
        add(new Deltas(1, 1, 9, 10, List.of(delta(DeltaBacklog.MAX_BYTES))));
        assertThat(queue.poll()).isNull();
        assertThat(asked).containsExactly(1);
    }

    @Test
    void nothing_is_left_of_a_photo_that_is_forgotten() {
        queue.add(snapshot(1, 100));
        poll();
        queue.forget(1);
        assertThat(queue.isEmpty()).isTrue();
    }

    @Test
    void a_new_snapshot_may_begin_before_the_last_one_was_whole() throws WireException {
        joiner.add(part(1, 9, 0, true));
        joiner.add(part(2, 9, 0, true));
        assertThat(joiner.add(part(2, 9, 1, false))).isEqualTo(new Snapshot(2, 1, 9, List.of(widget(10), widget(10))));
    }

    @Test
    void parts_that_do_not_go_on_are_refused() throws WireException {
        assertRefused(part(1, 9, 1, true));
        joiner.add(part(1, 9, 0, true));
        assertRefused(part(1, 9, 2, true));
        assertRefused(part(2, 9, 1, true));
        assertRefused(part(1, 10, 1, true));
        assertRefused(part(1, 9, -1, true));
        joiner.add(part(1, 9, 1, false));
        assertRefused(part(1, 9, 2, false));
    }

    @Test
    void more_than_a_photo_can_have_is_refused() throws WireException {
        WidgetMessage large = widget(SnapshotJoiner.MAX_BYTES / 4);
        for (int i = 0; i < 3; i++) {
            joiner.add(new Snapshot(1, 1, 9, List.of(large), i, true));
        }
        assertRefused(new Snapshot(1, 1, 9, List.of(large), 3, false));
    }

    private void assertRefused(Snapshot part) {
        assertThatThrownBy(() -> joiner.add(part)).isInstanceOf(WireException.class);
    }

    private Snapshot poll() {
        return (Snapshot) queue.poll();
    }

    private List<Frame> all() {
        List<Frame> frames = new ArrayList<>();
        for (Frame next = queue.poll(); next != null; next = queue.poll()) {
            frames.add(next);
        }
        return frames;
    }

    private void add(Deltas deltas) {
        queue.add(deltas, () -> asked.add(deltas.photo()));
    }

    private static Snapshot snapshot(int photo, int widgets) {
        return new Snapshot(
                photo,
                1,
                9,
                IntStream.range(0, widgets).mapToObj(i -> widget(WIDGET_BYTES)).toList());
    }

    private static Snapshot part(int photo, long upTo, int part, boolean more) {
        return new Snapshot(photo, 1, upTo, List.of(widget(10)), part, more);
    }

    private static WidgetMessage widget(int bytes) {
        return WidgetMessage.newBuilder()
                .setWidget(ByteString.copyFrom(new byte[bytes]))
                .build();
    }

    private static Delta delta(int bytes) {
        return Delta.newBuilder()
                .setRevision(10)
                .addRemoved(ByteString.copyFrom(new byte[bytes]))
                .build();
    }
}
