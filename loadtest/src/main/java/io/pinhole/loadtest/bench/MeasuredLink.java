package io.pinhole.loadtest.bench;

import com.google.protobuf.ByteString;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.embedded.EmbeddedChannel;
import io.pinhole.protocol.codec.FrameReader;
import io.pinhole.protocol.codec.FrameWriter;
import io.pinhole.protocol.frame.Deltas;
import io.pinhole.protocol.frame.Feedback;
import io.pinhole.protocol.frame.Frame;
import io.pinhole.protocol.frame.FrameType.Sender;
import io.pinhole.protocol.frame.Pong;
import io.pinhole.protocol.frame.Refusal;
import io.pinhole.protocol.frame.Stamp;
import io.pinhole.protocol.frame.TrafficClass;
import io.pinhole.protocol.link.DropCause;
import io.pinhole.protocol.link.FrameDecoder;
import io.pinhole.protocol.link.LineEstimate;
import io.pinhole.protocol.link.Link;
import io.pinhole.protocol.link.LinkHandler;
import io.pinhole.protocol.link.LinkMeter;
import io.pinhole.protocol.link.LinkOwner;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** One end of a connection as everybody runs it, but for the network: tells how many bytes it writes. */
final class MeasuredLink implements AutoCloseable {

    private final Counter counter = new Counter();
    private final EmbeddedChannel channel;
    private final Link link;
    private int records;

    /**
     * What was written at one moment.
     *
     * @param frames bytes of annotation frames with their headers, fragments' included
     * @param bytes these and the stamps before them: all but TLS and below
     */
    record Written(int frames, ByteString bytes) {

        int flush() {
            return bytes.size();
        }
    }

    /** @param peer at the other end */
    MeasuredLink(Sender peer) {
        CompletableFuture<Link> made = new CompletableFuture<>();
        channel = new EmbeddedChannel(
                new FrameDecoder(peer, FrameReader.MAX_FRAME_BYTES, LinkMeter.NONE),
                new LinkHandler(peer, counter, begun -> {
                    made.complete(begun);
                    return new Nobody();
                }));
        link = made.join();
        write(new Pong(0)); // its answer tells that the line is a good one
    }

    /** Sends a frame by itself. */
    Written write(Frame frame) {
        return written(to -> to.send(frame));
    }

    Written write(Deltas deltas) {
        return written(to -> to.send(deltas, () -> {
            throw new IllegalStateException("the deltas are too many to be sent");
        }));
    }

    private Written written(Consumer<Link> sending) {
        counter.frames = 0;
        sending.accept(link);
        channel.runPendingTasks();
        ByteString flush = ByteString.EMPTY;
        for (ByteBuf record = channel.readOutbound(); record != null; record = channel.readOutbound()) {
            flush = flush.concat(ByteString.copyFrom(ByteBufUtil.getBytes(record)));
            record.release();
            answer(records++);
        }
        return new Written(counter.frames, flush);
    }

    /** All has arrived at once, by a line on which nothing need wait for anything else. */
    private void answer(int record) {
        ByteBuf answer = channel.alloc().buffer();
        FrameWriter.write(new Stamp(0, Stamp.COUNTED), answer);
        FrameWriter.write(new Feedback(record & 0xffff, 0, 0, 0, Feedback.MOST_RATE), answer);
        channel.writeInbound(answer);
    }

    @Override
    public void close() {
        channel.finishAndReleaseAll();
    }

    private static final class Counter implements LinkMeter {

        private int frames;

        @Override
        public void sent(TrafficClass trafficClass, int bytes) {
            frames += bytes;
        }

        @Override
        public void received(TrafficClass trafficClass, int bytes) {}

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

    private static final class Nobody implements LinkOwner {

        @Override
        public void received(Frame frame) {}

        @Override
        public void stalled(boolean stalled) {}

        @Override
        public void closed(Refusal reason) {}
    }
}
