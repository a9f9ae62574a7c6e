package io.pinhole.protocol.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.util.ReferenceCountUtil;
import io.pinhole.protocol.codec.FrameReader;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Frame;
import io.pinhole.protocol.frame.FrameType.Sender;
import io.pinhole.protocol.frame.Mode;
import io.pinhole.protocol.frame.Ping;
import io.pinhole.protocol.frame.Refusal;
import io.pinhole.protocol.frame.SetMode;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WebSocketMessagesTest {

    private final EmbeddedChannel channel = new EmbeddedChannel();

    private final List<Frame> received = new ArrayList<>();
    private final List<Code> ends = new ArrayList<>();

    WebSocketMessagesTest() {
        WebSocketMessages.addTo(channel.pipeline());
        channel.pipeline()
                .addLast(
                        new FrameDecoder(Sender.CLIENT, FrameReader.MAX_FRAME_BYTES, LinkMeter.NONE),
                        new LinkHandler(Sender.CLIENT, LinkMeter.NONE, link -> new Owner()));
    }

    @AfterEach
    void finish() {
        channel.finishAndReleaseAll();
    }

    @Test
    void aMessageIsOneOrMoreWholeFrames() {
        say(Peer.bytes(mode(1)));
        say(Peer.bytes(mode(2), mode(3)));
        assertThat(received).containsExactly(mode(1), mode(2), mode(3));
    }

    @Test
    void aMessageMayComeInPieces() {
        ByteBuf bytes = Peer.bytes(mode(1), mode(2));
        channel.writeInbound(new BinaryWebSocketFrame(false, 0, bytes.readRetainedSlice(5)));
        channel.writeInbound(new PingWebSocketFrame());
        channel.writeInbound(new ContinuationWebSocketFrame(true, 0, bytes));
        assertThat(received).containsExactly(mode(1), mode(2));
        assertThat(channel.<Object>readOutbound()).isInstanceOf(PongWebSocketFrame.class);
    }

    @Test
    void aRecordIsOneMessage() {
        channel.writeOutbound(Peer.bytes(new Ping(1), new Ping(2)));
        BinaryWebSocketFrame message = channel.readOutbound();
        assertThat(message.isFinalFragment()).isTrue();
        ByteBuf expected = Peer.bytes(new Ping(1), new Ping(2));
        assertThat(message.content()).isEqualTo(expected);
        expected.release();
        message.release();
        assertThat(channel.<Object>readOutbound()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 9})
    void aFrameThatGoesOnInTheNextMessageIsMalformed(int length) {
        ByteBuf bytes = Peer.bytes(mode(1), mode(2));
        assertThat(bytes.readableBytes()).isGreaterThan(9);
        say(bytes.readRetainedSlice(length));
        say(bytes);
        assertThat(received).isEmpty();
        assertThat(ends).containsExactly(Code.MALFORMED);
        assertThat(said()).isNull();
    }

    @Test
    void aLengthThatCannotBeIsTheDecodersToName() {
        say(Unpooled.wrappedBuffer(new byte[] {(byte) 0x80, 0, 1}));
        assertThat(ends).containsExactly(Code.MALFORMED);
        say(Unpooled.wrappedBuffer(new byte[] {(byte) 0xff, (byte) 0xff, (byte) 0xff}));
        assertThat(ends).hasSize(1);
    }

    @Test
    void aTextIsRefused() {
        channel.writeInbound(new TextWebSocketFrame("hello"));
        say(Peer.bytes(mode(1)));
        assertThat(received).isEmpty();
        assertThat(ends).containsExactly(Code.MALFORMED);
        assertThat(said()).isEqualTo(WebSocketCloseStatus.INVALID_MESSAGE_TYPE);
    }

    @Test
    void whatGrowsBeyondTheLimitIsRefused() {
        int half = WebSockets.MAX_MESSAGE_BYTES / 2 + 1;
        channel.writeInbound(
                new BinaryWebSocketFrame(false, 0, Unpooled.buffer(half).writeZero(half)));
        channel.writeInbound(
                new ContinuationWebSocketFrame(true, 0, Unpooled.buffer(half).writeZero(half)));
        assertThat(ends).containsExactly(Code.FRAME_TOO_LONG);
        assertThat(said()).isEqualTo(WebSocketCloseStatus.MESSAGE_TOO_BIG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c28000000000", // compressed
                "808000000000", // continues nothing
                "820100", // not masked
                "838000000000" // of a kind that does not exist
            })
    void whatIsNotWebSocketIsRefused(String hex) {
        channel.pipeline().addFirst(new WebSocket13FrameDecoder(WebSockets.decoding(true)));
        channel.writeInbound(Unpooled.wrappedBuffer(HexFormat.of().parseHex(hex)));
        assertThat(received).isEmpty();
        assertThat(ends).containsExactly(Code.MALFORMED);
        assertThat(said()).isEqualTo(WebSocketCloseStatus.PROTOCOL_ERROR);
    }

    @Test
    void aMessageTooLongIsRefusedBeforeItIsThere() {
        channel.pipeline().addFirst(new WebSocket13FrameDecoder(WebSockets.decoding(true)));
        channel.writeInbound(Unpooled.wrappedBuffer(new byte[] {(byte) 0x82, (byte) 0xfe, (byte) 0x80, 1, 0, 0, 0, 0}));
        assertThat(ends).containsExactly(Code.FRAME_TOO_LONG);
        assertThat(said()).isEqualTo(WebSocketCloseStatus.MESSAGE_TOO_BIG);
    }

    @Test
    void aPingIsAnswered() {
        channel.writeInbound(new PingWebSocketFrame(Unpooled.copiedBuffer(new byte[] {7})));
        PongWebSocketFrame pong = channel.readOutbound();
        assertThat(pong.content().readByte()).isEqualTo((byte) 7);
        pong.release();
    }

    @Test
    void whoAsksButDoesNotReadGetsNoAnswers() {
        channel.config().setWriteBufferWaterMark(new WriteBufferWaterMark(1, 1));
        channel.write(Unpooled.buffer().writeZero(10));
        assertThat(channel.isWritable()).isFalse();
        channel.writeInbound(new PingWebSocketFrame(Unpooled.copiedBuffer(new byte[] {7})));
        assertThat(channel.<Object>readOutbound()).isNull();
    }

    @Test
    void thePeersCloseIsAnsweredAndEndsTheLink() {
        channel.writeInbound(new CloseWebSocketFrame(WebSocketCloseStatus.ENDPOINT_UNAVAILABLE));
        assertThat(said()).isEqualTo(WebSocketCloseStatus.ENDPOINT_UNAVAILABLE);
        assertThat(channel.isOpen()).isFalse();
        assertThat(ends).containsExactly(Code.HEARTBEAT_LOST);
    }

    @Test
    void whoClosesSaysSoOnce() {
        channel.close();
        assertThat(said()).isEqualTo(WebSocketCloseStatus.NORMAL_CLOSURE);
        assertThat(channel.<Object>readOutbound()).isNull();
        assertThat(channel.isOpen()).isFalse();
    }

    private static SetMode mode(int request) {
        return new SetMode(request, Mode.PHOTO);
    }

    private void say(ByteBuf message) {
        channel.writeInbound(new BinaryWebSocketFrame(message));
    }

    /** The status of WebSocket's own close, after what the link said, or null if there was none. */
    private @Nullable WebSocketCloseStatus said() {
        WebSocketCloseStatus said = null;
        for (Object out = channel.readOutbound(); out != null; out = channel.readOutbound()) {
            assertThat(said).as("nothing may follow a close").isNull();
            if (out instanceof CloseWebSocketFrame close) {
                said = WebSocketCloseStatus.valueOf(close.statusCode());
            }
            ReferenceCountUtil.release(out);
        }
        return said;
    }

    private final class Owner implements LinkOwner {

        @Override
        public void received(Frame frame) {
            received.add(frame);
        }

        @Override
        public void stalled(boolean stalled) {}

        @Override
        public void closed(Refusal reason) {
            ends.add(reason.code().orElseThrow());
        }
    }
}
