package io.pinhole.protocol.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.pinhole.protocol.frame.Fragment;
import io.pinhole.protocol.frame.Frame;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.Rename;
import io.pinhole.protocol.frame.Reply;
import io.pinhole.protocol.frame.Snapshot;
import io.pinhole.protocol.frame.TrafficClass;
import io.pinhole.protocol.proto.WidgetMessage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class FragmentCutterTest {

    private static final int PIECE = 512;

    private final FragmentCutter cutter = new FragmentCutter(TrafficClass.DELTA);

    @Test
    void a_small_frame_goes_whole() {
        Reply reply = new Reply(1, Optional.empty());
        ByteBuf out = Unpooled.buffer();
        cutter.write(reply, PIECE, out);
        assertThat(cutter.isBusy()).isFalse();
        assertThat(Peer.read(out)).containsExactly(reply);
    }

    @Test
    void a_frame_of_just_a_piece_goes_whole_and_one_byte_more_does_not() {
        Snapshot fits = snapshotOf(PIECE);
        ByteBuf out = Unpooled.buffer();
        cutter.write(fits, PIECE, out);
        assertThat(Peer.read(out)).containsExactly(fits);
        cutter.write(fits, PIECE - 1, Unpooled.buffer());
        assertThat(cutter.isBusy()).isTrue();
        cutter.clear();
    }

    @Test
    void no_piece_is_larger_than_a_piece_with_its_header() {
        for (int size : new int[] {513, 1024, 5000, 20_000}) {
            for (ByteBuf piece : pieces(snapshotOf(size))) {
                assertThat(piece.readableBytes()).isLessThanOrEqualTo(PIECE);
            }
        }
    }

    @Test
    void the_pieces_are_the_frame_again() {
        Snapshot snapshot = snapshotOf(5000);
        List<Frame> fragments = new ArrayList<>();
        pieces(snapshot).forEach(piece -> fragments.addAll(Peer.read(piece)));
        assertThat(fragments).hasSizeGreaterThan(9).allMatch(Fragment.class::isInstance);
        assertThat(Peer.assembled(fragments)).containsExactly(snapshot);
    }

    @Test
    void a_frame_that_may_not_be_cut_goes_whole() {
        ByteBuf out = Unpooled.buffer();
        cutter.write(Peer.chunk(2000), PIECE, out);
        assertThat(cutter.isBusy()).isFalse();
        assertThat(Peer.read(out)).hasSize(1);
    }

    @Test
    void what_was_not_finished_is_forgotten_when_cleared() {
        cutter.write(snapshotOf(5000), PIECE, Unpooled.buffer());
        cutter.clear();
        assertThat(cutter.isBusy()).isFalse();
        Rename next = new Rename(1, PhotoId.parse("00".repeat(16)), "Seal");
        ByteBuf out = Unpooled.buffer();
        cutter.write(next, PIECE, out);
        assertThat(out.readableBytes()).isEqualTo(Peer.size(next));
    }

    private List<ByteBuf> pieces(Frame frame) {
        List<ByteBuf> pieces = new ArrayList<>();
        ByteBuf first = Unpooled.buffer();
        cutter.write(frame, PIECE, first);
        pieces.add(first);
        while (cutter.isBusy()) {
            ByteBuf next = Unpooled.buffer();
            cutter.writeNext(PIECE, next);
            pieces.add(next);
        }
        return pieces;
    }

    /** Of exactly this size on the wire: its text does not get smaller by LZ4. */
    private static Snapshot snapshotOf(int size) {
        Random random = new Random(size);
        byte[] noise = new byte[size];
        random.nextBytes(noise);
        String text = HexFormat.of().formatHex(noise);
        for (int chars = size; chars > 0; chars--) {
            Snapshot snapshot = new Snapshot(0, 0, 0, Collections.singletonList(widget(text.substring(0, chars))));
            if (Peer.size(snapshot) <= size) {
                return snapshot;
            }
        }
        throw new IllegalArgumentException("too small: " + size);
    }

    private static WidgetMessage widget(String text) {
        return WidgetMessage.newBuilder().setAuthor(text).build();
    }
}
