package io.pinhole.loadtest.bench;

import com.google.protobuf.ByteString;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.concurrent.MockTicker;
import io.netty.util.concurrent.Ticker;
import io.pinhole.protocol.codec.FrameReader;
import io.pinhole.protocol.codec.FrameWriter;
import io.pinhole.protocol.frame.Deltas;
import io.pinhole.protocol.frame.Feedback;
import io.pinhole.protocol.frame.Frame;
import io.pinhole.protocol.frame.FrameType.Sender;
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
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One end of a connection as everybody runs it, but for the network and the clock: tells how many bytes it writes on a
 * line on which nothing need wait for anything else.
 */
final class MeasuredLink implements AutoCloseable {

    /** Longer than a frame by itself ever waits to be written. */
    private static final int SOON_MILLIS = 200;

    private static final int STEP_MILLIS = 5;

    private final Counter counter = new Counter();
    private final MockTicker ticker = Ticker.newMockTicker();
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
        channel = EmbeddedChannel.builder()
                .ticker(ticker)
                .handlers(
                        new FrameDecoder(peer, FrameReader.MAX_FRAME_BYTES, LinkMeter.NONE),
                        new LinkHandler(
                                peer,
                                counter,
                                begun -> {
                                    made.complete(begun);
                                    return new Nobody();
                                },
                                ticker::nanoTime))
                .build();
        link = made.join();
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
        ByteString bytes = ByteString.EMPTY;
        for (int millis = 0; millis < SOON_MILLIS; millis += STEP_MILLIS) {
            ticker.advance(STEP_MILLIS, TimeUnit.MILLISECONDS);
            channel.runPendingTasks();
            bytes = bytes.concat(taken());
        }
        return new Written(counter.frames, bytes);
    }

    /** What was written meanwhile; it has arrived. */
    private ByteString taken() {
        ByteString bytes = ByteString.EMPTY;
        for (ByteBuf record = channel.readOutbound(); record != null; record = channel.readOutbound()) {
            bytes = bytes.concat(ByteString.copyFrom(ByteBufUtil.getBytes(record)));
            record.release();
            answer(records++);
        }
        return bytes;
    }

    private void answer(int record) {
        ByteBuf answer = channel.alloc().buffer();
        FrameWriter.write(new Stamp((int) (ticker.nanoTime() / Stamp.UNIT_NANOS & 0xffff), Stamp.COUNTED), answer);
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
