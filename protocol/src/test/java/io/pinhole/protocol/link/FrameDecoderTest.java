package io.pinhole.protocol.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.pinhole.protocol.frame.Frame;
import io.pinhole.protocol.frame.FrameType.Sender;
import io.pinhole.protocol.frame.Ping;
import io.pinhole.protocol.frame.TrafficClass;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class FrameDecoderTest {

    private final List<Integer> metered = new ArrayList<>();
    private final FrameDecoder decoder = new FrameDecoder(Sender.CLIENT, 64, new Meter());
    private final List<Throwable> faults = new ArrayList<>();
    private final EmbeddedChannel channel = new EmbeddedChannel(decoder, new ChannelInboundHandlerAdapter() {
        @Override
        public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
            faults.add(cause);
        }
    });

    @AfterEach
    void finish() {
        channel.finishAndReleaseAll();
    }

    @Test
    void frames_come_out_as_their_bytes_come_in() {
        ByteBuf bytes = Peer.bytes(new Ping(1), new Ping(2));
        channel.writeInbound(bytes.readRetainedSlice(5));
        assertThat(frames()).containsExactly(new Ping(1));
        channel.writeInbound(bytes);
        assertThat(frames()).containsExactly(new Ping(2));
        assertThat(metered).containsExactly(4, 4);
    }

    @Test
    void what_comes_while_it_is_paused_waits_until_it_is_opened() throws Exception {
        decoder.pause();
        channel.writeInbound(Peer.bytes(new Ping(1), new Ping(2)));
        assertThat(frames()).isEmpty();
        assertThat(channel.config().isAutoRead()).isFalse();
        decoder.open();
        assertThat(frames()).containsExactly(new Ping(1), new Ping(2));
        assertThat(channel.config().isAutoRead()).isTrue();
    }

    @Test
    void the_bound_is_lifted_when_it_is_opened() throws Exception {
        decoder.open();
        channel.writeInbound(Peer.bytes(Peer.chunk(1000)));
        assertThat(channel.inboundMessages()).hasSize(1);
        assertThat(faults).isEmpty();
    }

    @Test
    void after_the_first_violation_it_only_discards() {
        channel.writeInbound(Peer.bytes(Peer.chunk(1000)));
        channel.writeInbound(Peer.bytes(new Ping(1)));
        channel.writeInbound(Unpooled.wrappedBuffer(new byte[] {0, 0, 0}));
        assertThat(frames()).isEmpty();
        assertThat(faults).hasSize(1);
    }

    private List<Frame> frames() {
        List<Frame> frames = new ArrayList<>();
        for (Frame frame = channel.readInbound(); frame != null; frame = channel.readInbound()) {
            frames.add(frame);
        }
        return frames;
    }

    private final class Meter implements LinkMeter {

        @Override
        public void sent(TrafficClass trafficClass, int bytes) {}

        @Override
        public void received(TrafficClass trafficClass, int bytes) {
            metered.add(bytes);
        }

        @Override
        public void voiceSent(int frames, long ageNanos) {}

        @Override
        public void voiceDropped(DropCause cause, long frames) {}

        @Override
        public void waited(TrafficClass trafficClass, long nanos) {}

        @Override
        public void stalled() {}

        @Override
        public void movesAgain(long nanos) {}

        @Override
        public void deltasLapsed() {}

        @Override
        public void estimated(LineEstimate line) {}
    }
}
