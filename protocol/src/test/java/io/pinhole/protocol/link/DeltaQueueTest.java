package io.pinhole.protocol.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.pinhole.protocol.frame.Deltas;
import io.pinhole.protocol.frame.Frame;
import io.pinhole.protocol.frame.FrameType;
import io.pinhole.protocol.frame.OperationResults;
import io.pinhole.protocol.frame.Pointer;
import io.pinhole.protocol.frame.Snapshot;
import io.pinhole.protocol.frame.Stroke;
import io.pinhole.protocol.frame.WidgetId;
import io.pinhole.protocol.proto.Delta;
import io.pinhole.protocol.proto.Ink;
import io.pinhole.protocol.proto.WidgetKindValue;
import io.pinhole.protocol.widget.Fields;
import io.pinhole.protocol.widget.Geometry;
import io.pinhole.protocol.widget.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DeltaQueueTest {

    private static final WidgetId ARROW = new WidgetId(1, 1);
    private static final WidgetId TEXT = new WidgetId(1, 2);

    private final DeltaQueue queue = new DeltaQueue(LinkMeter.NONE);
    private final List<Integer> asked = new ArrayList<>();

    @Test
    void deltas_of_a_photo_wait_as_one_batch() {
        add(deltas(1, 5, move(ARROW, 1), colour(ARROW)));
        add(deltas(1, 7, move(TEXT, 2)));

        assertThat(all()).containsExactly(deltas(1, 5, move(ARROW, 1), colour(ARROW), move(TEXT, 2)));
    }

    @Test
    void what_was_superseded_is_left_out_and_the_position_is_kept() {
        add(deltas(1, 5, move(ARROW, 1)));
        add(deltas(1, 6, move(TEXT, 1)));
        add(deltas(1, 7, move(ARROW, 2)));
        add(deltas(1, 8, move(ARROW, 3)));

        Deltas one = (Deltas) all().get(0);
        assertThat(one.after()).isEqualTo(5);
        assertThat(one.upTo()).isEqualTo(9);
        assertThat(one.deltas()).extracting(Delta::getRevision).containsExactly(7L, 9L);
    }

    @Test
    void nothing_is_merged_across_a_delete() {
        add(deltas(1, 5, move(ARROW, 1), new Operation.Delete(List.of(TEXT)), move(ARROW, 2)));

        assertThat(((Deltas) all().get(0)).deltas()).hasSize(3);
    }

    @Test
    void what_another_person_did_is_not_left_out() {
        Deltas mine = deltas(1, 5, move(ARROW, 1));
        Delta others = delta(7, move(ARROW, 2)).toBuilder().setPerson("bob").build();
        add(mine);
        add(new Deltas(1, 1, 6, 7, List.of(others)));

        assertThat(((Deltas) all().get(0)).deltas()).hasSize(2);
    }

    @Test
    void who_asks_again_from_elsewhere_gets_that_instead() {
        add(deltas(1, 5, move(ARROW, 1)));
        add(deltas(1, 2, move(TEXT, 1), move(ARROW, 2)));

        assertThat(all()).containsExactly(deltas(1, 2, move(TEXT, 1), move(ARROW, 2)));
    }

    @Test
    void photos_take_their_turns_and_results_go_first() {
        add(deltas(1, 5, move(ARROW, 1)));
        add(deltas(2, 0, move(ARROW, 1)));
        OperationResults results = new OperationResults(1, 7, List.of());
        queue.add(results);

        assertThat(all()).containsExactly(results, deltas(1, 5, move(ARROW, 1)), deltas(2, 0, move(ARROW, 1)));
    }

    @Test
    void of_pointers_the_newest_of_each_person_waits() {
        queue.add(new Pointer(1, 2, 10, 10));
        queue.add(new Pointer(1, 3, 20, 20));
        queue.add(new Pointer(1, 2, 30, 30));

        assertThat(all()).containsExactly(new Pointer(1, 2, 30, 30), new Pointer(1, 3, 20, 20));
    }

    @Test
    void too_much_is_let_go_at_once_and_a_snapshot_of_each_photo_asked_for_one_at_a_time() {
        add(deltas(2, 0, move(ARROW, 1)));
        queue.add(new Pointer(1, 2, 10, 10));
        fill(1);
        OperationResults results = new OperationResults(1, 7, List.of());
        queue.add(results);

        assertThat(asked).isEmpty();
        assertThat(all()).containsExactly(results);
        assertThat(asked).hasSize(1);
        int first = asked.get(0);
        queue.add(snapshot(first, 9));
        assertThat(all()).containsExactly(snapshot(first, 9));
        assertThat(asked).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void until_the_snapshot_is_there_a_photos_deltas_are_let_go_and_then_no_more() {
        fill(1);
        all();
        add(deltas(1, 5_000, move(ARROW, 1)));
        assertThat(all()).isEmpty();

        queue.add(snapshot(1, 5_001));
        add(deltas(1, 5_001, move(ARROW, 2)));

        assertThat(all()).containsExactly(snapshot(1, 5_001), deltas(1, 5_001, move(ARROW, 2)));
        assertThat(asked).containsExactly(1);
    }

    @Test
    void a_snapshot_takes_the_place_of_what_waits_of_its_photo() {
        add(deltas(1, 5, move(ARROW, 1)));
        queue.add(snapshot(1, 6));
        queue.add(snapshot(1, 7));

        assertThat(all()).containsExactly(snapshot(1, 7));
    }

    @Test
    void strokes_give_way_when_too_much_waits() {
        Ink ink = Ink.newBuilder().addAllPoints(Collections.nCopies(1_000, 7)).build();
        for (int i = 0; i < 200; i++) {
            assertThat(queue.add(new Stroke(1, 2, ARROW, WidgetKindValue.WIDGET_FREEHAND, 0, 0, ink)))
                    .isTrue();
        }

        assertThat(all()).hasSizeLessThan(DeltaBacklog.MAX_BYTES / 1_000);
        assertThat(asked).isEmpty();
    }

    @Test
    void a_wanted_snapshot_is_asked_for_when_its_turn_comes_and_may_not_come() {
        queue.want(1, () -> asked.add(1));
        queue.want(2, () -> asked.add(2));
        assertThat(asked).isEmpty();
        all();
        assertThat(asked).containsExactly(1);
        queue.forget(1);
        all();
        assertThat(asked).containsExactly(1, 2);
        assertThat(queue.isEmpty()).isTrue();
    }

    @Test
    void memory_is_bounded_however_much_comes() {
        for (int photo = 1; photo <= 40; photo++) {
            fill(photo);
            queue.add(new Pointer(photo, photo % 31, 1, 1));
        }
        assertThat(all()).hasSizeLessThan(32);
        assertThat(asked).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 60, 127, 128, 5_000, 16_384, 30_000, 65_400, 65_480})
    void a_batch_that_waits_fits_into_its_frame(int bytesEach) {
        byte[] noise = new byte[bytesEach];
        new Random(1).nextBytes(noise);
        Delta delta = Delta.newBuilder().addRemoved(ByteString.copyFrom(noise)).build();
        int most = DeltaBacklog.MAX_BYTES / FrameSize.of(delta);
        Frame largest = null;
        for (int count = Math.max(1, most - 9); count <= most + 1; count++) {
            DeltaQueue full = new DeltaQueue(LinkMeter.NONE);
            long after = Long.MAX_VALUE - count;
            full.add(new Deltas(-1, -1, after, after + count, Collections.nCopies(count, delta)), () -> {});
            Frame batch = full.poll();
            largest = batch == null ? largest : batch;
        }
        ByteBuf body = Unpooled.buffer();
        largest.write(body);
        assertThat(body.readableBytes()).isLessThanOrEqualTo(FrameType.DELTAS.maxBody());
    }

    private void add(Deltas deltas) {
        queue.add(deltas, () -> asked.add(deltas.photo()));
    }

    /** More than fits. */
    private void fill(int photo) {
        for (int i = 0; i < 3_000; i++) {
            WidgetId widget = new WidgetId(9, i);
            add(deltas(photo, i, move(widget, i)));
        }
    }

    private List<Frame> all() {
        List<Frame> frames = new ArrayList<>();
        for (Frame next = queue.poll(); next != null; next = queue.poll()) {
            frames.add(next);
        }
        return frames;
    }

    private static Snapshot snapshot(int photo, long upTo) {
        return new Snapshot(photo, 1, upTo, List.of());
    }

    private static Deltas deltas(int photo, long after, Operation... operations) {
        List<Delta> deltas = new ArrayList<>();
        for (Operation operation : operations) {
            deltas.add(delta(after + deltas.size() + 1, operation));
        }
        return new Deltas(photo, 1, after, after + deltas.size(), deltas);
    }

    private static Delta delta(long revision, Operation operation) {
        return Delta.newBuilder()
                .setRevision(revision)
                .setParticipant(2)
                .setOperation(operation.toMessage())
                .build();
    }

    private static Operation move(WidgetId widget, int x) {
        return new Operation.Update(
                widget, Fields.builder().geometry(new Geometry(x, x, 10, 10)).build());
    }

    private static Operation colour(WidgetId widget) {
        return new Operation.Update(widget, Fields.builder().stroke(0xff00ff00).build());
    }
}
