package io.pinhole.protocol.link;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandler;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.concurrent.MockTicker;
import io.netty.util.concurrent.Ticker;
import io.pinhole.protocol.codec.FrameReader;
import io.pinhole.protocol.frame.Feedback;
import io.pinhole.protocol.frame.Frame;
import io.pinhole.protocol.frame.FrameType.Sender;
import io.pinhole.protocol.frame.Ping;
import io.pinhole.protocol.frame.Refusal;
import io.pinhole.protocol.frame.Stamp;
import io.pinhole.protocol.frame.WireException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A relay's end of a link on a channel and a clock of its own; the test is the client, and the owner. */
final class TestLink implements LinkOwner {

    private final MockTicker ticker = Ticker.newMockTicker();
    private final List<Frame> received = new ArrayList<>();
    private final List<Refusal> closed = new ArrayList<>();
    private final List<Boolean> stalls = new ArrayList<>();
    private final LinkHandler handler;
    private final EmbeddedChannel channel;
    private Link link;
    private Answer answer = frame -> {};

    /** What the owner does with a frame. */
    interface Answer {
        void to(Frame frame) throws WireException;
    }

    TestLink(ChannelHandler... before) {
        this(LinkMeter.NONE, before);
    }

    TestLink(LinkMeter meter, ChannelHandler... before) {
        handler = new LinkHandler(Sender.CLIENT, meter, this::own, ticker::nanoTime);
        channel = EmbeddedChannel.builder().ticker(ticker).handlers(before).build();
        channel.pipeline()
                .addLast(new FrameDecoder(Sender.CLIENT, FrameReader.MAX_FRAME_BYTES, LinkMeter.NONE), handler);
    }

    private LinkOwner own(Link created) {
        link = created;
        return this;
    }

    Link link() {
        return link;
    }

    EmbeddedChannel channel() {
        return channel;
    }

    LinkHandler handler() {
        return handler;
    }

    long now() {
        return ticker.nanoTime();
    }

    TestLink answering(Answer other) {
        answer = other;
        return this;
    }

    /** The client sends these frames, in one packet. */
    TestLink hears(Frame... frames) {
        channel.writeInbound(Peer.bytes(frames));
        return this;
    }

    /** Something happens on the link's loop, then the loop turns. */
    TestLink does(Consumer<Link> action) {
        action.accept(link);
        channel.runPendingTasks();
        return this;
    }

    /** Time passes, and with it whatever was due. */
    TestLink after(long millis) {
        for (long passed = 0; passed < millis; passed += 10) {
            ticker.advance(Math.min(10, millis - passed), TimeUnit.MILLISECONDS);
            channel.runScheduledPendingTasks();
            channel.runPendingTasks();
        }
        return this;
    }

    /** The peer says that the line is one of plenty, so that nothing is paced. */
    TestLink ofPlenty() {
        hears(new Ping(0))
                .after(50)
                .hears(new Feedback(0, 0, 0, 0, Feedback.MOST_RATE))
                .written();
        return this;
    }

    /** As if the socket took no more, or took again. */
    TestLink writable(boolean writable) {
        channel.unsafe().outboundBuffer().setUserDefinedWritability(1, writable);
        channel.runPendingTasks();
        return this;
    }

    /** What was written since the last call, flush by flush. */
    List<List<Frame>> flushes() {
        List<List<Frame>> flushes = new ArrayList<>();
        for (ByteBuf bytes = channel.readOutbound(); bytes != null; bytes = channel.readOutbound()) {
            flushes.add(Peer.read(bytes));
        }
        return flushes;
    }

    /** All frames that were written since the last call, without stamps. */
    List<Frame> written() {
        List<Frame> frames = new ArrayList<>();
        flushes().forEach(flush -> frames.addAll(flush.subList(isStamped(flush) ? 1 : 0, flush.size())));
        return frames;
    }

    static boolean isStamped(List<Frame> flush) {
        return flush.get(0) instanceof Stamp;
    }

    List<Frame> ownerGot() {
        return received;
    }

    /** Whether the line stood still, at each change. */
    List<Boolean> stalls() {
        return stalls;
    }

    List<Refusal> closedWith() {
        return closed;
    }

    void finish() {
        channel.finishAndReleaseAll();
    }

    @Override
    public void received(Frame frame) throws WireException {
        received.add(frame);
        answer.to(frame);
    }

    @Override
    public void stalled(boolean stalled) {
        stalls.add(stalled);
    }

    @Override
    public void closed(Refusal reason) {
        closed.add(reason);
    }
}
