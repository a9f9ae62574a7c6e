package io.pinhole.protocol.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.pinhole.protocol.proto.Delta;
import io.pinhole.protocol.proto.DeltasMessage;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Revisions that go without saying, and those that must be said. */
final class DeltasTest {

    @Test
    void revisions_that_follow_each_other_are_not_said() throws WireException {
        assertThat(said(deltas(40, 43, 41, 42, 43))).isEqualTo(message(40, 0, 0, 0, 0));
        assertRoundTrip(deltas(40, 43, 41, 42, 43));
        assertRoundTrip(deltas(0, 1, 1));
    }

    @Test
    void behind_revisions_that_were_superseded_the_next_is_said() throws WireException {
        assertThat(said(deltas(40, 47, 42, 43, 46, 47))).isEqualTo(message(40, 0, 42, 0, 46, 0));
        assertRoundTrip(deltas(40, 47, 42, 43, 46, 47));
    }

    @Test
    void how_far_deltas_go_is_said_when_the_last_were_superseded() throws WireException {
        assertThat(said(deltas(40, 44, 41))).isEqualTo(message(40, 44, 0));
        assertRoundTrip(deltas(40, 44, 41));
        assertRoundTrip(deltas(40, 44));
    }

    @Test
    void deltas_of_nothing_new_only_say_where_they_are() throws WireException {
        assertThat(said(deltas(40, 40))).isEqualTo(message(40, 0));
        assertRoundTrip(deltas(40, 40));
        assertRoundTrip(deltas(0, 0));
    }

    @Test
    void what_could_go_without_saying_may_be_said() throws WireException {
        assertThat(read(message(40, 42, 41, 42))).isEqualTo(deltas(40, 42, 41, 42));
    }

    @Test
    void revisions_that_do_not_grow_are_refused() {
        assertMalformed(message(40, 0, 40));
        assertMalformed(message(40, 0, 39));
        assertMalformed(message(40, 50, 43, 43));
        assertMalformed(message(40, 50, 0, 0, 42));
        assertMalformed(message(40, 0, -1));
        assertMalformed(message(Long.MAX_VALUE, 0, 0));
    }

    @Test
    void revisions_beyond_the_end_are_refused() {
        assertMalformed(message(40, 39));
        assertMalformed(message(40, 40, 0));
        assertMalformed(message(40, 42, 0, 0, 0));
        assertMalformed(message(40, 42, 43));
        assertMalformed(message(40, -1, 0));
        assertMalformed(message(-1, 0, 0));
    }

    private static void assertRoundTrip(Deltas deltas) throws WireException {
        assertThat(read(said(deltas))).isEqualTo(deltas);
    }

    private static void assertMalformed(DeltasMessage message) {
        assertThatThrownBy(() -> read(message))
                .isInstanceOfSatisfying(
                        WireException.class, e -> assertThat(e.code()).isEqualTo(Code.MALFORMED));
    }

    private static DeltasMessage said(Deltas deltas) throws WireException {
        ByteBuf out = Unpooled.buffer();
        deltas.write(out);
        return Wire.parsePacked(DeltasMessage.parser(), out, FrameType.DELTAS);
    }

    private static Deltas read(DeltasMessage message) throws WireException {
        ByteBuf in = Unpooled.buffer();
        Wire.writePacked(in, message);
        return Deltas.read(in);
    }

    private static Deltas deltas(long after, long upTo, long... revisions) {
        return new Deltas(1, 1, after, upTo, each(revisions));
    }

    private static DeltasMessage message(long after, long upTo, long... revisions) {
        return DeltasMessage.newBuilder()
                .setPhoto(1)
                .setEpoch(1)
                .setAfter(after)
                .setUpTo(upTo)
                .addAllDeltas(each(revisions))
                .build();
    }

    private static List<Delta> each(long... revisions) {
        return Arrays.stream(revisions)
                .mapToObj(revision ->
                        Delta.newBuilder().setRevision(revision).setSeq(7).build())
                .toList();
    }
}
