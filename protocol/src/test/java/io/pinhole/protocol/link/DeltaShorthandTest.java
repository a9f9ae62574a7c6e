package io.pinhole.protocol.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.pinhole.protocol.codec.FrameReader;
import io.pinhole.protocol.codec.FrameWriter;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Deltas;
import io.pinhole.protocol.frame.Frame;
import io.pinhole.protocol.frame.FrameType;
import io.pinhole.protocol.frame.Operations;
import io.pinhole.protocol.frame.Snapshot;
import io.pinhole.protocol.frame.WireException;
import io.pinhole.protocol.proto.Clear;
import io.pinhole.protocol.proto.Delta;
import io.pinhole.protocol.proto.OperationMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** When and where in the order deltas were done, as far as the frames before them tell it. */
final class DeltaShorthandTest {

    private static final long SEED = Long.getLong("pinhole.fuzz.seed", System.nanoTime());
    private static final long NOW = 1_764_000_000_000L;
    private static final OperationMessage CLEAR =
            OperationMessage.newBuilder().setClear(Clear.getDefaultInstance()).build();

    private final OwnOperations own = new OwnOperations();
    private final Shorthand shorthand = new Shorthand(own);
    private final Longhand longhand = new Longhand(own);

    @Test
    void a_time_is_told_from_the_last_and_may_go_back() throws WireException {
        Deltas first = deltas(1, 5, at(6, NOW), at(7, NOW + 200));
        Deltas second = deltas(2, 0, at(1, NOW - 50), at(2, NOW - 50));
        assertThat(said(first).deltas()).extracting(Delta::getTimeMillis).containsExactly(NOW, 200L);
        assertThat(said(second).deltas()).extracting(Delta::getTimeMillis).containsExactly(-250L, 0L);
    }

    @Test
    void one_operation_of_another_costs_few_bytes_besides() throws WireException {
        said(deltas(1, 50_000, at(50_001, NOW)));
        Delta next = at(50_002, NOW + 1_000);
        Deltas said = said(deltas(1, 50_001, next));
        ByteBuf out = Unpooled.buffer();
        FrameWriter.write(said, out);
        // length, type, flag; photo; deltas; participant, time, operation
        assertThat(out.readableBytes()).isEqualTo(3 + 2 + 2 + 2 + 3 + 2 + CLEAR.getSerializedSize());
    }

    @Test
    void deltas_that_go_on_say_neither_epoch_nor_where_they_begin() throws WireException {
        assertThat(said(deltas(1, 5, at(6, NOW)))).isEqualTo(deltas(1, 5, at(6, NOW)));
        assertThat(said(deltas(1, 6, at(9, NOW)))).isEqualTo(new Deltas(1, 0, 0, 3, List.of(again(3))));
        assertThat(said(deltas(2, 9, at(10, NOW)))).isEqualTo(deltas(2, 9, again(10)));
        assertThat(said(deltas(1, 9, at(10, NOW)))).isEqualTo(new Deltas(1, 0, 0, 1, List.of(again(1))));
        assertThat(said(deltas(1, 10))).isEqualTo(new Deltas(1, 0, 0, 0, List.of()));
    }

    @Test
    void deltas_from_elsewhere_or_of_another_epoch_say_where_they_begin() throws WireException {
        said(deltas(1, 5, at(6, NOW)));
        assertThat(said(deltas(1, 3, at(4, NOW)))).isEqualTo(deltas(1, 3, again(4)));
        Deltas other = new Deltas(1, 2, 4, 5, List.of(at(5, NOW)));
        assertThat(said(other).epoch()).isEqualTo(2);
    }

    @Test
    void deltas_go_on_from_a_snapshot_and_its_parts() throws WireException {
        said(deltas(1, 5, at(6, NOW)));
        Snapshot part = new Snapshot(1, 1, 90, List.of(), 0, true);
        Snapshot rest = new Snapshot(1, 1, 90, List.of(), 1, false);
        assertThat(longhand.of(shorthand.of(part))).isNull();
        assertThat(said(deltas(2, 0, at(1, NOW)))).isEqualTo(deltas(2, 0, again(1)));
        assertThat(longhand.of(shorthand.of(rest))).isEqualTo(new Snapshot(1, 1, 90, List.of()));
        assertThat(said(deltas(1, 90, at(91, NOW)))).isEqualTo(new Deltas(1, 0, 0, 1, List.of(again(1))));
    }

    @Test
    void of_too_many_photos_the_one_said_longest_ago_says_again_where_it_begins() throws WireException {
        for (int photo = 1; photo <= Positions.MAX_PHOTOS; photo++) {
            said(deltas(photo, 5));
        }
        assertThat(said(deltas(1, 5)).epoch()).isZero();
        assertThat(said(deltas(99, 5)).epoch()).isOne();
        assertThat(said(deltas(1, 5)).epoch()).isZero();
        assertThat(said(deltas(3, 5)).epoch()).isZero();
        assertThat(said(deltas(2, 5)).epoch()).isOne();
    }

    @Test
    void a_beginning_that_was_never_said_is_refused() throws WireException {
        assertMalformed(new Deltas(1, 0, 0, 1, List.of(at(1, NOW))));
        said(deltas(2, 5));
        assertMalformed(new Deltas(1, 0, 0, 0, List.of()));
        assertMalformed(new Deltas(2, 0, 5, 5, List.of()));
    }

    @Test
    void more_revisions_than_there_are_are_refused() throws WireException {
        said(deltas(1, Long.MAX_VALUE - 5));
        assertMalformed(new Deltas(1, 0, 0, 6, List.of()));
        assertMalformed(new Deltas(1, 0, 0, Long.MAX_VALUE, List.of()));
        assertThat(longhand.of(new Deltas(1, 0, 0, 5, List.of()))).isInstanceOf(Deltas.class);
    }

    @Test
    void a_time_before_there_were_any_is_refused() throws WireException {
        said(deltas(1, 0, at(1, NOW)));
        assertMalformed(deltas(1, 1, at(2, -NOW - 1)));
    }

    @Test
    void a_time_after_all_there_are_is_refused() throws WireException {
        said(deltas(1, 0, at(1, Long.MAX_VALUE)));
        assertMalformed(deltas(1, 1, at(2, 1)));
    }

    /** Others' and one's own, of more photos than are kept, superseded ones left out, with snapshots between. */
    @Test
    void whatever_is_told_arrives_as_it_was() throws WireException {
        System.out.printf("DeltaShorthandTest: -Dpinhole.fuzz.seed=%d%n", SEED);
        SplittableRandom random = new SplittableRandom(SEED);
        Map<Integer, Long> revisions = new HashMap<>();
        int shorter = 0;
        for (int i = 0; i < 10_000; i++) {
            int photo = random.nextInt(random.nextInt(1, 50));
            long after = random.nextInt(10) == 0 ? random.nextLong(1_000) : revisions.getOrDefault(photo, 0L);
            Deltas meant = random(random, photo, after);
            revisions.put(photo, meant.upTo());
            shorter += said(meant).epoch() == 0 ? 1 : 0;
            if (random.nextInt(20) == 0) {
                longhand.of(overTheWire(shorthand.of(new Snapshot(photo, 1, meant.upTo() + 3, List.of()))));
                revisions.put(photo, meant.upTo() + 3);
            }
        }
        assertThat(shorter).isBetween(1_000, 9_999);
    }

    private Deltas random(SplittableRandom random, int photo, long after) throws WireException {
        List<Delta> deltas = new ArrayList<>();
        long revision = after;
        for (int count = random.nextInt(4); count > 0; count--) {
            revision += random.nextInt(3) == 0 ? random.nextInt(1, 9) : 1;
            Delta.Builder delta = at(revision, NOW + random.nextLong(-5_000, 5_000)).toBuilder();
            if (random.nextBoolean()) {
                own.received(new Operations(photo, 1, 7, revision, List.of(CLEAR)));
                delta.clearPerson().setParticipant(1).setWriter(7).setSeq(revision);
            }
            deltas.add(delta.build());
        }
        return new Deltas(photo, 1, after, revision + (random.nextInt(4) == 0 ? random.nextInt(4) : 0), deltas);
    }

    /** What goes over the wire, which arrives as it is meant. */
    private Deltas said(Deltas meant) throws WireException {
        Frame said = overTheWire(shorthand.of(meant));
        assertThat(longhand.of(said)).isEqualTo(meant);
        return (Deltas) said;
    }

    private static Frame overTheWire(Frame frame) throws WireException {
        ByteBuf bytes = Unpooled.buffer();
        FrameWriter.write(frame, bytes);
        return new FrameReader(FrameType.Sender.RELAY, FrameReader.MAX_FRAME_BYTES).next(bytes);
    }

    private void assertMalformed(Deltas said) {
        assertThatThrownBy(() -> longhand.of(said))
                .isInstanceOfSatisfying(
                        WireException.class, e -> assertThat(e.code()).isEqualTo(Code.MALFORMED));
    }

    private static Deltas deltas(int photo, long after, Delta... deltas) {
        return new Deltas(
                photo, 1, after, deltas.length == 0 ? after : deltas[deltas.length - 1].getRevision(), List.of(deltas));
    }

    private static Delta at(long revision, long timeMillis) {
        return Delta.newBuilder()
                .setRevision(revision)
                .setParticipant(2)
                .setPerson("anna")
                .setTimeMillis(timeMillis)
                .setOperation(CLEAR)
                .build();
    }

    /** By the same person at the same time. */
    private static Delta again(long revision) {
        return at(revision, 0).toBuilder().clearPerson().build();
    }
}
