package io.pinhole.protocol.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.pinhole.protocol.codec.FrameWriter;
import io.pinhole.protocol.frame.Chunk;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.End;
import io.pinhole.protocol.frame.Feedback;
import io.pinhole.protocol.frame.Fragment;
import io.pinhole.protocol.frame.Frame;
import io.pinhole.protocol.frame.Mode;
import io.pinhole.protocol.frame.ModeChanged;
import io.pinhole.protocol.frame.OperationResults;
import io.pinhole.protocol.frame.Operations;
import io.pinhole.protocol.frame.Ping;
import io.pinhole.protocol.frame.Pong;
import io.pinhole.protocol.frame.Reply;
import io.pinhole.protocol.frame.SetMode;
import io.pinhole.protocol.frame.Stamp;
import io.pinhole.protocol.frame.Stroke;
import io.pinhole.protocol.frame.StrokeInk;
import io.pinhole.protocol.frame.TrafficClass;
import io.pinhole.protocol.frame.Voice;
import io.pinhole.protocol.frame.WireException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a link carries, in both directions; its pace: {@link LinkPaceTest}; how it ends: {@link LinkEndTest}. */
final class LinkHandlerTest {

    private static final Stamp STAMP = new Stamp(0, Stamp.COUNTED);
    private static final SetMode REQUEST = new SetMode(1, Mode.PHOTO);
    private static final Reply REPLY = new Reply(1, Optional.empty());

    private final TestLink test = new TestLink();

    @AfterEach
    void finish() {
        test.finish();
    }

    @Test
    void frames_of_the_peer_reach_the_owner_in_their_order() {
        test.hears(STAMP, REQUEST, new End(2)).hears(STAMP, new End(3));
        assertThat(test.ownerGot()).containsExactly(REQUEST, new End(2), new End(3));
    }

    @Test
    void a_fragmented_frame_reaches_the_owner_once_it_is_whole() {
        ByteBuf bare = Unpooled.buffer();
        FrameWriter.writeBare(REQUEST, bare);
        int total = bare.readableBytes();
        test.hears(new Fragment(TrafficClass.CONTROL, true, false, total, bare.readSlice(2)));
        assertThat(test.ownerGot()).isEmpty();
        test.hears(Peer.voice(1), new Fragment(TrafficClass.CONTROL, false, true, 0, bare));
        assertThat(test.ownerGot()).hasSize(2).last().isEqualTo(REQUEST);
    }

    @Test
    void what_the_owner_borrows_is_given_back() {
        test.hears(STAMP, Peer.voice(1), Peer.chunk(100));
        assertThat(test.ownerGot()).hasSize(2);
        assertThat(((Voice) test.ownerGot().get(0)).payload().refCnt()).isZero();
        assertThat(((Chunk) test.ownerGot().get(1)).data().refCnt()).isZero();
    }

    @Test
    void the_frames_of_the_link_itself_do_not_reach_the_owner() {
        test.hears(STAMP, new Ping(7), new Pong(8), new Feedback(0, 0, 0, 0, Feedback.UNCHANGED));
        assertThat(test.ownerGot()).isEmpty();
        assertThat(test.written()).contains(new Pong(7));
    }

    @Test
    void every_flush_begins_with_a_stamp() {
        test.does(link -> link.send(REPLY)).after(20).does(link -> link.send(REPLY));
        List<List<Frame>> flushes = test.flushes();
        assertThat(flushes).hasSize(2).allMatch(TestLink::isStamped);
        Stamp first = (Stamp) flushes.get(0).get(0);
        Stamp second = (Stamp) flushes.get(1).get(0);
        assertThat(second.time() - first.time() & 0xffff).isEqualTo(40);
    }

    @Test
    void what_is_sent_in_one_turn_shares_one_flush() {
        test.does(link -> {
            link.add(new TestPhoto(1, 0).holding(100));
            link.send(REPLY);
            link.voice(Peer.voice(1), test.now());
        });
        List<List<Frame>> flushes = test.flushes();
        assertThat(flushes).hasSize(1);
        assertThat(flushes.get(0)).hasSize(4);
    }

    @Test
    void voice_overtakes_what_the_socket_did_not_take() {
        test.writable(false).does(link -> {
            link.add(new TestPhoto(1, 0));
            link.voice(Peer.voice(1), test.now());
        });
        assertThat(test.written()).isEmpty();
        test.writable(true);
        List<Frame> written = test.written();
        assertThat(written.get(0)).isInstanceOf(Voice.class);
        assertThat(written.get(1)).isInstanceOf(Chunk.class);
    }

    @Test
    void voice_that_waited_too_long_for_the_socket_is_dropped() {
        Voice stale = Peer.voice(1);
        test.writable(false).does(link -> link.voice(stale, test.now())).after(401);
        test.does(link -> link.voice(Peer.voice(2), test.now())).writable(true);
        assertThat(test.written()).hasSize(1).first().extracting("tick").isEqualTo(2);
        assertThat(stale.payload().refCnt()).isZero();
    }

    @Test
    void of_a_value_that_changed_while_the_socket_was_full_only_the_latest_is_sent() {
        test.writable(false).does(link -> link.replace("mode", new ModeChanged(Mode.VIDEO, 1)));
        test.does(link -> link.replace("mode", new ModeChanged(Mode.PHOTO, 1))).writable(true);
        assertThat(test.written()).containsExactly(new ModeChanged(Mode.PHOTO, 1));
    }

    @Test
    void a_source_that_had_nothing_is_asked_again_after_a_wake() {
        TestPhoto photo = new TestPhoto(1, 0).holding(0);
        test.does(link -> link.add(photo));
        assertThat(test.written()).isEmpty();
        photo.holding(100);
        test.does(Link::wake);
        assertThat(test.written()).hasSize(1);
    }

    @Test
    void a_removed_source_sends_nothing_more() {
        TestPhoto photo = new TestPhoto(1, 0).holding(0);
        test.does(link -> link.add(photo)).does(link -> link.remove(photo));
        photo.holding(100);
        test.does(Link::wake);
        assertThat(test.written()).isEmpty();
    }

    @Test
    void much_in_one_turn_is_no_reason_to_end_the_connection_of_a_quick_peer() {
        test.does(link -> {
            for (int i = 0; i < 2 * ControlQueue.MAX_REPLIES; i++) {
                link.send(new Reply(i, Optional.empty()));
            }
        });
        assertThat(test.written()).hasSize(2 * ControlQueue.MAX_REPLIES).allMatch(Reply.class::isInstance);
        assertThat(test.closedWith()).isEmpty();
    }

    @Test
    void what_the_peer_knows_is_not_said_again() {
        Stroke piece = Peer.piece(10, 20);
        test.does(link -> link.send(piece)).after(60).does(link -> link.send(Peer.piece(11, 18)));
        test.after(60).does(link -> link.send(new OperationResults(1, 7, List.of())));
        test.after(60)
                .does(link -> link.send(new OperationResults(1, 7, List.of())))
                .after(60);
        assertThat(test.written())
                .containsExactly(
                        piece.under(1),
                        new StrokeInk(1, List.of(1, -2)),
                        new OperationResults(1, 7, List.of()),
                        new OperationResults(1, 0, List.of()));
    }

    @Test
    void what_the_peer_does_not_say_again_reaches_the_owner() {
        test.hears(STAMP, new Operations(1, 1, 7, 1, List.of()), new Operations(1, 1, 0, 2, List.of()));
        test.hears(STAMP, Peer.piece(10, 20).under(1), new StrokeInk(1, List.of(1, -2)));
        assertThat(test.ownerGot())
                .containsExactly(
                        new Operations(1, 1, 7, 1, List.of()),
                        new Operations(1, 1, 7, 2, List.of()),
                        Peer.piece(10, 20),
                        Peer.piece(11, 18));
    }

    @Test
    void a_piece_of_a_stroke_that_was_left_out_is_not_counted_on() throws WireException {
        test.ofPlenty().does(link -> link.send(Peer.piece(10, 20))).writable(false);
        Stroke wide = Peer.piece(IntStream.range(0, 400).toArray());
        for (int i = 0; i < 1_000; i++) {
            test.does(link -> link.send(wide));
        }
        test.does(link -> link.send(Peer.piece(11, 18))).writable(true);

        Longhand longhand = new Longhand(new OwnOperations());
        List<Frame> pieces = new ArrayList<>();
        for (Frame frame : Peer.assembled(test.written())) {
            pieces.add(longhand.of(frame));
        }
        assertThat(pieces).hasSizeBetween(2, 900);
        assertThat(pieces.subList(1, pieces.size() - 1)).allMatch(wide::equals);
        assertThat(pieces).last().isEqualTo(Peer.piece(11, 18));
    }

    @Test
    void a_stroke_does_not_go_on_inside_a_fragmented_frame_of_its_class() {
        ByteBuf bare = Unpooled.buffer();
        FrameWriter.writeBare(new Operations(1, 1, 7, 1, List.of()), bare);
        test.hears(STAMP, Peer.piece(10, 20).under(1));
        test.hears(new Fragment(TrafficClass.DELTA, true, false, bare.readableBytes(), bare.readSlice(2)));
        test.hears(new StrokeInk(1, List.of(1, 1)));
        assertThat(test.closedWith())
                .singleElement()
                .satisfies(reason -> assertThat(reason.code()).contains(Code.MALFORMED));
    }
}
