package io.pinhole.protocol.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.util.ReferenceCountUtil;
import io.pinhole.protocol.codec.FrameWriter;
import io.pinhole.protocol.frame.Close;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.End;
import io.pinhole.protocol.frame.Feedback;
import io.pinhole.protocol.frame.Fragment;
import io.pinhole.protocol.frame.Frame;
import io.pinhole.protocol.frame.Mode;
import io.pinhole.protocol.frame.Pong;
import io.pinhole.protocol.frame.Refusal;
import io.pinhole.protocol.frame.Reply;
import io.pinhole.protocol.frame.SetMode;
import io.pinhole.protocol.frame.Stamp;
import io.pinhole.protocol.frame.TrafficClass;
import io.pinhole.protocol.frame.Voice;
import io.pinhole.protocol.frame.WireException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How a link ends: by either side, by a fault of either side, by silence. */
final class LinkEndTest {

    private static final Stamp STAMP = new Stamp(0, Stamp.COUNTED);
    private static final SetMode REQUEST = new SetMode(1, Mode.PHOTO);
    private static final Close REPLACED = Close.of(Code.REPLACED, "joined from elsewhere");

    private final TestLink test = new TestLink();

    @AfterEach
    void finish() {
        test.finish();
    }

    @Test
    void the_reason_is_the_last_that_is_written_and_what_waited_is_given_back() {
        Voice waiting = Peer.voice(1);
        test.writable(false);
        test.does(link -> {
            link.send(new Reply(1, Optional.empty()));
            link.voice(waiting, test.now());
            link.add(new TestPhoto(1, 0));
            link.close(REPLACED);
        });
        assertThat(test.written()).containsExactly(REPLACED);
        assertThat(waiting.payload().refCnt()).isZero();
        test.channel().close();
        assertThat(test.closedWith()).containsExactly(REPLACED.reason());
    }

    @Test
    void the_peer_has_time_to_read_the_reason_and_what_it_still_sends_is_let_go() {
        test.does(link -> link.close(REPLACED)).written();
        test.after(2990).hears(REQUEST, begun());
        assertThat(test.channel().isOpen()).isTrue();
        assertThat(test.after(10).channel().isOpen()).isFalse();
        assertThat(test.ownerGot()).isEmpty();
        assertThat(test.closedWith()).containsExactly(REPLACED.reason());
    }

    @Test
    void what_is_sent_after_the_end_is_given_back() {
        Voice late = Peer.voice(1);
        test.does(link -> link.close(REPLACED)).written();
        test.does(link -> {
            link.voice(late, test.now());
            link.send(new Reply(1, Optional.empty()));
            link.replace("a", new Reply(2, Optional.empty()));
            link.add(new TestPhoto(1, 0));
            link.taken(5000);
            link.wake();
            link.close(REPLACED);
        });
        assertThat(late.payload().refCnt()).isZero();
        assertThat(test.after(5000).written()).isEmpty();
        assertThat(test.closedWith()).hasSize(1);
    }

    @Test
    void a_peer_that_does_not_read_the_reason_is_not_waited_for() {
        TestLink stuck = new TestLink(new StuckSocket());
        stuck.does(link -> link.close(REPLACED)).after(2990);
        assertThat(stuck.channel().isOpen()).isTrue();
        stuck.after(10);
        assertThat(stuck.channel().isOpen()).isFalse();
        assertThat(stuck.closedWith()).containsExactly(REPLACED.reason());
    }

    @Test
    void the_peer_may_leave() {
        Close left = Close.of(Code.LEFT, "");
        test.hears(STAMP, left);
        assertThat(test.closedWith()).containsExactly(left.reason());
        assertThat(test.channel().isOpen()).isFalse();
        assertThat(test.written()).isEmpty();
    }

    @Test
    void the_peer_may_leave_in_the_middle_of_a_fragmented_frame() {
        Close left = Close.of(Code.LEFT, "");
        test.hears(begun(), left);
        assertThat(test.closedWith()).containsExactly(left.reason());
    }

    @Test
    void nothing_that_follows_the_peers_farewell_is_read() {
        test.hears(Close.of(Code.LEFT, ""), REQUEST, begun());
        assertThat(test.ownerGot()).isEmpty();
        assertThat(test.closedWith()).hasSize(1);
    }

    @Test
    void a_lost_connection_is_told_once_and_may_be_resumed() {
        test.channel().close();
        assertThat(test.after(60_000).closedWith()).singleElement().satisfies(is(Code.HEARTBEAT_LOST));
    }

    @Test
    void an_error_of_the_socket_is_a_lost_connection() {
        test.channel().pipeline().fireExceptionCaught(new IOException("Connection reset by peer"));
        assertThat(test.closedWith()).singleElement().satisfies(is(Code.HEARTBEAT_LOST));
        assertThat(test.channel().isOpen()).isFalse();
    }

    @Test
    void a_channel_that_was_never_active_ends_its_link_too() {
        test.channel().pipeline().remove(test.handler());
        assertThat(test.closedWith()).hasSize(1);
    }

    @Test
    void malformed_bytes_end_the_connection_with_their_code() {
        test.channel().writeInbound(Unpooled.wrappedBuffer(new byte[] {1, 0x7f}));
        assertEndedBy(Code.UNKNOWN_FRAME);
    }

    @Test
    void nothing_is_read_after_malformed_bytes() {
        ByteBuf bytes = Unpooled.buffer().writeBytes(new byte[] {1, 0x7f}).writeBytes(Peer.bytes(REQUEST));
        test.channel().writeInbound(bytes);
        assertThat(test.ownerGot()).isEmpty();
    }

    @Test
    void false_feedback_ends_the_connection() {
        test.hears(STAMP, new Feedback(0, 0, 0, 1, Feedback.UNCHANGED));
        assertEndedBy(Code.MALFORMED);
    }

    @Test
    void photo_bytes_far_beyond_the_window_end_the_connection() {
        for (int sent = 0; sent <= Inbound.MAX_UNTAKEN; sent += 16_000) {
            test.hears(Peer.chunk(16_000));
        }
        assertEndedBy(Code.TOO_FAST);
    }

    @Test
    void a_frame_inside_a_fragmented_frame_of_its_class_ends_the_connection() {
        test.hears(begun(), REQUEST);
        assertEndedBy(Code.MALFORMED);
        assertThat(test.ownerGot()).isEmpty();
    }

    @Test
    void an_owner_may_end_the_connection_by_what_it_throws() {
        test.answering(frame -> {
                    throw new WireException(Code.TOO_FAST, "slower, please");
                })
                .hears(REQUEST, new End(2));
        assertEndedBy(Code.TOO_FAST);
        assertThat(test.ownerGot()).containsExactly(REQUEST);
    }

    @Test
    void a_fault_of_the_owner_ends_only_this_connection() {
        test.answering(frame -> {
                    throw new IllegalStateException("planted");
                })
                .hears(Peer.voice(1));
        assertEndedBy(Code.INTERNAL);
    }

    @Test
    void a_fault_of_a_photo_source_ends_only_this_connection() {
        test.does(link -> link.add(new BrokenPhoto()));
        assertEndedBy(Code.INTERNAL);
    }

    @Test
    void a_peer_that_leaves_too_much_unread_is_given_up() {
        test.writable(false).does(link -> {
            for (int i = 0; i <= ControlQueue.MAX_REPLIES; i++) {
                link.send(new Reply(i, Optional.empty()));
            }
        });
        assertEndedBy(Code.SLOW_CONSUMER);
    }

    @Test
    void a_peer_that_says_nothing_for_25_seconds_is_given_up() {
        test.after(24_900);
        assertThat(test.closedWith()).isEmpty();
        test.after(1_100);
        assertEndedBy(Code.HEARTBEAT_LOST);
    }

    @Test
    void a_frame_that_is_not_finished_within_30_seconds_ends_the_connection() {
        test.hears(begun());
        for (int second = 0; second < 30; second += 5) {
            test.after(5_000).hears(Peer.voice(1));
        }
        assertThat(test.closedWith()).isEmpty();
        test.after(1_100);
        assertEndedBy(Code.MALFORMED);
    }

    @Test
    void a_peer_that_answers_pings_stays() {
        for (int second = 0; second < 120; second += 20) {
            test.after(20_000).hears(STAMP, new Pong(second));
        }
        assertThat(test.closedWith()).isEmpty();
    }

    private void assertEndedBy(Code code) {
        List<Frame> written = test.written();
        assertThat(written.get(written.size() - 1))
                .isInstanceOfSatisfying(Close.class, close -> is(code).accept(close.reason()));
        assertThat(test.after(3000).channel().isOpen()).isFalse();
        assertThat(test.closedWith()).singleElement().satisfies(is(code));
    }

    private static Consumer<Refusal> is(Code code) {
        return refusal -> assertThat(refusal.code()).contains(code);
    }

    /** The first part of a control frame. */
    private static Fragment begun() {
        ByteBuf bare = Unpooled.buffer();
        FrameWriter.writeBare(REQUEST, bare);
        return new Fragment(TrafficClass.CONTROL, true, false, bare.readableBytes(), bare.readSlice(2));
    }

    /** Takes everything and never says that it was written. */
    private static final class StuckSocket extends ChannelOutboundHandlerAdapter {
        @Override
        public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
            ReferenceCountUtil.release(message);
        }
    }

    private static final class BrokenPhoto implements PhotoSource {
        @Override
        public int handle() {
            return 1;
        }

        @Override
        public Usefulness usefulness() {
            return new Usefulness(Worth.PREVIEW, 0);
        }

        @Override
        public int available() {
            return 1;
        }

        @Override
        public ByteBuf pull(int max) {
            throw new IllegalStateException("planted");
        }

        @Override
        public boolean isExhausted() {
            return false;
        }
    }
}
