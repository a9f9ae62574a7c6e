package io.pinhole.protocol.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Deltas;
import io.pinhole.protocol.frame.Frame;
import io.pinhole.protocol.frame.OperationResults;
import io.pinhole.protocol.frame.Operations;
import io.pinhole.protocol.frame.Stroke;
import io.pinhole.protocol.frame.StrokeInk;
import io.pinhole.protocol.frame.WidgetId;
import io.pinhole.protocol.frame.WireException;
import io.pinhole.protocol.proto.Delta;
import io.pinhole.protocol.proto.OperationMessage;
import io.pinhole.protocol.proto.WidgetKindValue;
import io.pinhole.protocol.proto.Widgets;
import io.pinhole.protocol.widget.Ink;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What is left out at one end of a connection, and put back at the other. */
final class ShorthandTest {

    private static final OperationMessage MOVE = bytes(8);
    private static final OperationMessage PAINT = bytes(9);
    private static final OperationMessage LONG = bytes(OwnOperations.MAX_BYTES);

    private static final long SEED = Long.getLong("pinhole.fuzz.seed", System.nanoTime());

    private final OwnOperations own = new OwnOperations();
    private final Shorthand shorthand = new Shorthand(own);
    private final Longhand longhand = new Longhand(new OwnOperations());

    @Test
    void a_writer_is_named_when_it_is_another_than_before() throws WireException {
        assertThat(shorthand.of(operations(7))).isEqualTo(operations(7));
        assertThat(shorthand.of(operations(7))).isEqualTo(operations(0));
        assertThat(shorthand.of(operations(8))).isEqualTo(operations(8));
        assertThat(shorthand.of(operations(7))).isEqualTo(operations(7));

        assertThat(longhand.of(operations(7))).isEqualTo(operations(7));
        assertThat(longhand.of(operations(0))).isEqualTo(operations(7));
        assertThat(longhand.of(operations(8))).isEqualTo(operations(8));
        assertThat(longhand.of(operations(0))).isEqualTo(operations(8));
    }

    @Test
    void results_name_their_writer_likewise() throws WireException {
        assertThat(shorthand.of(results(7))).isEqualTo(results(7));
        assertThat(shorthand.of(results(7))).isEqualTo(results(0));
        assertThat(longhand.of(results(7))).isEqualTo(results(7));
        assertThat(longhand.of(results(0))).isEqualTo(results(7));
    }

    @Test
    void the_first_operations_of_a_connection_name_their_writer() {
        assertMalformed(operations(0));
        assertMalformed(results(0));
    }

    @Test
    void deltas_say_once_who_a_participant_is_and_who_writes() throws WireException {
        Delta anna = Delta.newBuilder().setParticipant(2).setPerson("anna").build();
        Delta annaAgain = Delta.newBuilder().setParticipant(2).build();
        Delta gone = Delta.newBuilder().setPerson("anna").build();
        Delta eve = Delta.newBuilder().setParticipant(2).setPerson("eve").build();
        Delta own = Delta.newBuilder()
                .setParticipant(1)
                .setWriter(7)
                .setSeq(1)
                .setOperation(MOVE)
                .build();
        Delta ownAgain = Delta.newBuilder()
                .setParticipant(1)
                .setSeq(1)
                .setOperation(MOVE)
                .build();
        List<Delta> meant = List.of(anna, anna, own, gone, anna, own, eve, anna);
        List<Delta> said = List.of(anna, annaAgain, own, gone, annaAgain, ownAgain, eve, anna);
        assertThat(shorthand.of(deltas(meant))).isEqualTo(deltas(said));
        assertThat(longhand.of(deltas(said))).isEqualTo(deltas(meant));

        assertThat(shorthand.of(deltas(List.of(anna)))).isEqualTo(deltas(List.of(annaAgain)));
        assertThat(longhand.of(deltas(List.of(annaAgain)))).isEqualTo(deltas(List.of(anna)));
        assertThat(shorthand.of(results(7))).isEqualTo(results(0));
        assertThat(longhand.of(results(0))).isEqualTo(results(7));
    }

    @Test
    void ones_own_operations_come_back_without_what_they_say() throws WireException {
        OwnOperations client = new OwnOperations();
        Shorthand up = new Shorthand(client);
        Longhand down = new Longhand(client);
        Operations two = new Operations(1, 1, 7, 5, List.of(MOVE, PAINT));
        new Longhand(own).of(up.of(two));

        Deltas meant = deltas(List.of(own(5, MOVE), own(6, PAINT), own(7, MOVE)));
        Deltas said = (Deltas) shorthand.of(meant);
        assertThat(said.deltas()).extracting(Delta::hasOperation).containsExactly(false, false, true);
        assertThat(down.of(said)).isEqualTo(meant);
    }

    @Test
    void an_operation_that_was_committed_otherwise_than_it_was_sent_is_said() throws WireException {
        new Longhand(own).of(new Operations(1, 1, 7, 5, List.of(MOVE)));
        assertThat(((Deltas) shorthand.of(deltas(List.of(own(5, PAINT)))))
                        .deltas()
                        .get(0)
                        .hasOperation())
                .isTrue();
    }

    @Test
    void what_is_kept_of_ones_own_operations_is_bounded_and_the_sender_keeps_more() {
        OwnOperations here = new OwnOperations();
        OwnOperations there = new OwnOperations();
        int all = OwnOperations.SENT + 10;
        for (int seq = 1; seq <= all; seq++) {
            here.sent(new Operations(1, 1, 7, seq, List.of(MOVE)));
            there.received(new Operations(1, 1, 7, seq, List.of(MOVE)));
        }
        assertThat(there.of(7, all - OwnOperations.RECEIVED)).isNull();
        assertThat(there.of(7, all - OwnOperations.RECEIVED + 1)).isEqualTo(MOVE);
        assertThat(here.of(7, all - OwnOperations.SENT)).isNull();
        assertThat(here.of(7, all - OwnOperations.SENT + 1)).isEqualTo(MOVE);
        there.received(new Operations(1, 1, 8, 1, List.of(LONG)));
        assertThat(there.of(7, all)).isNull();
        assertThat(there.of(8, 1)).isNull();
    }

    @Test
    void what_was_never_said_of_a_delta_is_refused() {
        assertMalformed(deltas(List.of(Delta.newBuilder().setParticipant(2).build())));
        assertMalformed(deltas(List.of(Delta.newBuilder().setSeq(2).build())));
        assertMalformed(deltas(List.of(own(2, MOVE).toBuilder().clearOperation().build())));
    }

    @Test
    void a_stroke_says_what_it_is_once() throws WireException {
        Stroke first = piece(1, 100, 100, 101, 103);
        Stroke next = piece(1, 101, 105, 99, 105);
        assertThat(shorthand.of(first)).isEqualTo(first.under(1));
        assertThat(shorthand.of(next)).isEqualTo(new StrokeInk(1, List.of(0, 2, -2, 0)));

        assertThat(longhand.of(first.under(1))).isEqualTo(first);
        assertThat(longhand.of(new StrokeInk(1, List.of(0, 2, -2, 0)))).isEqualTo(next);
    }

    @Test
    void another_look_or_grid_is_said_under_the_same_handle() {
        Stroke first = piece(1, 100, 100);
        Stroke wide = new Stroke(1, 2, first.widget(), first.kind(), first.stroke(), 999, first.ink());
        Stroke fine = first.with(Ink.of(0, 5, 5).toMessage());
        shorthand.of(first);
        assertThat(shorthand.of(wide)).isEqualTo(wide.under(1));
        assertThat(shorthand.of(fine)).isEqualTo(fine.under(1));
        assertThat(shorthand.of(first)).isEqualTo(first.under(1));
    }

    @Test
    void of_too_many_strokes_the_one_that_rested_longest_is_said_again() {
        for (int i = 1; i <= Shorthand.MAX_STROKES; i++) {
            assertThat(((Stroke) shorthand.of(piece(i, 0, 0))).handle()).isEqualTo(i);
        }
        assertThat(shorthand.of(piece(1, 1, 1))).isEqualTo(new StrokeInk(1, List.of(1, 1)));
        assertThat(((Stroke) shorthand.of(piece(99, 0, 0))).handle()).isEqualTo(2);
        assertThat(shorthand.of(piece(3, 1, 1))).isEqualTo(new StrokeInk(3, List.of(1, 1)));
        assertThat(((Stroke) shorthand.of(piece(2, 0, 0))).handle()).isEqualTo(4);
    }

    @Test
    void ink_that_is_none_goes_as_it_is_and_is_refused_there() {
        Stroke none = piece(1, 1, 1).with(io.pinhole.protocol.proto.Ink.getDefaultInstance());
        Stroke much = piece(1, new int[2 * (Stroke.MAX_POINTS + 1)]);
        for (Stroke bad : List.of(none, much)) {
            assertThat(shorthand.of(bad)).isSameAs(bad);
            assertMalformed(bad);
        }
        assertThat(((Stroke) shorthand.of(piece(1, 1, 1))).handle()).isOne();
    }

    @Test
    void what_cannot_be_a_piece_of_a_stroke_is_refused() throws WireException {
        assertMalformed(piece(1, 1, 1).under(Shorthand.MAX_STROKES + 1));
        assertMalformed(piece(1, 1, 1).under(-1));
        assertMalformed(new StrokeInk(1, List.of(1, 1)));
        longhand.of(piece(1, 1, 1));
        assertMalformed(new StrokeInk(0, List.of(1, 1)));
        longhand.of(piece(1, 1, 1).under(3));
        assertMalformed(new StrokeInk(2, List.of(1, 1)));
        assertMalformed(new StrokeInk(Shorthand.MAX_STROKES + 1, List.of(1, 1)));
        assertMalformed(new StrokeInk(3, List.of(1 << 20, 0)));
        assertMalformed(new StrokeInk(3, Collections.nCopies(2 * Stroke.MAX_POINTS + 2, 0)));
        longhand.of(new StrokeInk(3, Collections.nCopies(2 * Stroke.MAX_POINTS, 0)));
    }

    /** Whatever is left out where it waits: what is written arrives as it was. */
    @Test
    void every_piece_that_is_written_arrives_whole() throws WireException {
        System.out.printf("ShorthandTest: -Dpinhole.fuzz.seed=%d%n", SEED);
        SplittableRandom random = new SplittableRandom(SEED);
        List<Frame> written = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            int[] grid = new int[2 * random.nextInt(1, 6)];
            for (int j = 0; j < grid.length; j++) {
                grid[j] = random.nextInt(-4_000, 8_000);
            }
            Stroke piece = piece(random.nextInt(random.nextInt(1, 60)), grid);
            Frame frame = shorthand.of(piece);
            written.add(frame);
            assertThat(longhand.of(frame)).isEqualTo(piece);
        }
        assertThat(written).hasAtLeastOneElementOfType(Stroke.class).hasAtLeastOneElementOfType(StrokeInk.class);
    }

    private void assertMalformed(Frame frame) {
        assertThatThrownBy(() -> longhand.of(frame))
                .isInstanceOfSatisfying(
                        WireException.class, e -> assertThat(e.code()).isEqualTo(Code.MALFORMED));
    }

    private static OperationMessage bytes(int count) {
        return OperationMessage.newBuilder()
                .setDelete(Widgets.newBuilder().addWidgets(ByteString.copyFrom(new byte[count])))
                .build();
    }

    private static Delta own(long seq, OperationMessage operation) {
        return Delta.newBuilder()
                .setParticipant(1)
                .setWriter(7)
                .setSeq(seq)
                .setOperation(operation)
                .build();
    }

    private static Deltas deltas(List<Delta> deltas) {
        return new Deltas(1, 1, 0, deltas.size(), deltas);
    }

    private static Operations operations(long writer) {
        return new Operations(1, 1, writer, 1, List.of());
    }

    private static OperationResults results(long writer) {
        return new OperationResults(1, writer, List.of());
    }

    private static Stroke piece(int widget, int... grid) {
        return new Stroke(
                1,
                2,
                new WidgetId(0, widget),
                WidgetKindValue.WIDGET_FREEHAND,
                0xff00ff00,
                40,
                Ink.of(4, grid).toMessage());
    }
}
