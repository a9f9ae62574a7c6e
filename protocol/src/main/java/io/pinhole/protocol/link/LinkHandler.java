package io.pinhole.protocol.link;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderException;
import io.netty.util.concurrent.ScheduledFuture;
import io.pinhole.protocol.codec.FrameWriter;
import io.pinhole.protocol.codec.Reassembler;
import io.pinhole.protocol.frame.Chunk;
import io.pinhole.protocol.frame.Close;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Feedback;
import io.pinhole.protocol.frame.Fragment;
import io.pinhole.protocol.frame.Frame;
import io.pinhole.protocol.frame.FrameType;
import io.pinhole.protocol.frame.Ping;
import io.pinhole.protocol.frame.Pong;
import io.pinhole.protocol.frame.Refusal;
import io.pinhole.protocol.frame.Stamp;
import io.pinhole.protocol.frame.WireException;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection at its channel: reads what the peer sends, looks for signs of life, ends it once and says why. What is
 * sent is the {@link RecordWriter}'s. Last in the pipeline, after a {@link FrameDecoder}; on the channel's loop.
 */
public final class LinkHandler extends ChannelInboundHandlerAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(LinkHandler.class);
    private static final long CHECK_MILLIS = 1000;
    private static final long FRAGMENT_PATIENCE_NANOS = 30_000_000_000L;
    private static final long CLOSE_PATIENCE_MILLIS = 3000;

    private final FrameType.Sender peer;
    private final Function<Link, LinkOwner> ownerOf;
    private final LinkMeter meter;
    private final LongSupplier clock;
    private final Inbound inbound = new Inbound();

    // Set in handlerAdded, before anything else can happen.
    private @Nullable Wiring wiring;
    private long lastFragment;
    private long lastCheck;
    private @Nullable Close closing;
    private boolean closed;

    private record Wiring(
            ChannelHandlerContext ctx,
            LinkOwner owner,
            RecordWriter writer,
            Longhand longhand,
            Reassembler reassembler,
            Heartbeat heartbeat,
            ScheduledFuture<?> check) {}

    /**
     * @param peer who is at the other end
     * @param ownerOf makes what the link works for, when the channel is there; it must not send before it has returned
     */
    public LinkHandler(FrameType.Sender peer, LinkMeter meter, Function<Link, LinkOwner> ownerOf) {
        this(peer, meter, ownerOf, System::nanoTime);
    }

    /** @param clock the channel's, in nanoseconds, where that is not the system's own */
    public LinkHandler(FrameType.Sender peer, LinkMeter meter, Function<Link, LinkOwner> ownerOf, LongSupplier clock) {
        this.peer = peer;
        this.ownerOf = ownerOf;
        this.meter = meter;
        this.clock = clock;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        FrameDecoder decoder = ctx.pipeline().get(FrameDecoder.class);
        decoder.listener((frame, bytes) -> inbound.onFrame(frame, bytes, clock.getAsLong()));
        lastCheck = clock.getAsLong();
        Heartbeat heartbeat = new Heartbeat(lastCheck);
        Outbound outbound = new Outbound(meter, KernelBacklog.of(ctx.channel()));
        RecordWriter writer =
                new RecordWriter(ctx, outbound, new RecordWriter.Shared(inbound, heartbeat, clock), new Watcher(ctx));
        LinkOwner owner = ownerOf.apply(new Link(writer, this, ctx.channel().eventLoop()));
        wiring = new Wiring(
                ctx,
                owner,
                writer,
                new Longhand(outbound.own()),
                new Reassembler(peer, ctx.alloc()),
                heartbeat,
                ctx.executor().scheduleWithFixedDelay(this::check, CHECK_MILLIS, CHECK_MILLIS, TimeUnit.MILLISECONDS));
    }

    // ------------------------------------------------------------------ receiving

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        Frame frame = (Frame) message;
        try {
            if (closing == null && !closed) {
                wiring().heartbeat.onReceived(clock.getAsLong());
                read(frame);
            }
        } catch (WireException e) {
            fail(Refusal.of(e));
        } catch (RuntimeException e) {
            LOG.error("a {} frame ended its connection", frame.type(), e);
            fail(Refusal.of(Code.INTERNAL, "internal error"));
        } finally {
            frame.release();
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        inbound.onReadEnd(clock.getAsLong());
        wiring().writer.wake();
        ctx.fireChannelReadComplete();
    }

    private void read(Frame frame) throws WireException {
        if (frame instanceof Feedback feedback) {
            wiring().writer.onFeedback(feedback);
        } else if (frame instanceof Fragment fragment) {
            read(fragment);
        } else if (!(frame instanceof Stamp)) { // which inbound knows already
            boolean last = frame instanceof Close; // the sender gave up what it had not finished
            if (!last && wiring().reassembler.isUnfinished(frame.type().trafficClass())) {
                throw WireException.malformed(frame.type() + " inside a fragmented frame of its class");
            }
            deliver(frame);
        }
    }

    private void read(Fragment fragment) throws WireException {
        lastFragment = clock.getAsLong();
        Frame whole = wiring().reassembler.accept(fragment.retained());
        if (whole != null) {
            try {
                deliver(whole);
            } finally {
                whole.release();
            }
        }
    }

    private void deliver(Frame frame) throws WireException {
        if (frame instanceof Ping ping) {
            wiring().writer.replace(Pong.class, new Pong(ping.id()));
        } else if (frame instanceof Close close) {
            end(close.reason());
        } else if (frame instanceof Chunk chunk
                && !inbound.onArrived(chunk.data().readableBytes())) {
            throw new WireException(Code.TOO_FAST, "photo bytes far beyond the window");
        } else if (!(frame instanceof Pong)) {
            if (peer == FrameType.Sender.RELAY) {
                wiring().heartbeat.onSaid(clock.getAsLong()); // a relay need not know: who talks to it races
            }
            Frame meant = wiring().longhand.of(frame);
            if (meant != null) {
                wiring().owner.received(meant);
            }
        }
    }

    // ------------------------------------------------------------------ signs of life, and the end

    /** What the writer finds. */
    private final class Watcher implements RecordWriter.Watcher {

        private final ChannelHandlerContext ctx;

        Watcher(ChannelHandlerContext ctx) {
            this.ctx = ctx;
        }

        @Override
        public void failed(Throwable cause) {
            exceptionCaught(ctx, cause);
        }

        @Override
        public void stalled(boolean stalled) {
            wiring().owner.stalled(stalled);
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        if (ctx.channel().isWritable()) {
            wiring().writer.wake();
        }
        ctx.fireChannelWritabilityChanged();
    }

    private void check() {
        long now = clock.getAsLong();
        if (wiring().heartbeat.isDead(now)) {
            fail(Refusal.of(Code.HEARTBEAT_LOST, "nothing was heard for 25 s"));
        } else if (wiring().reassembler.isUnfinished() && now - lastFragment > FRAGMENT_PATIENCE_NANOS) {
            fail(Refusal.of(Code.MALFORMED, "a fragmented frame was never finished"));
        } else if (wiring().heartbeat.isPingDue(now)) {
            wiring().heartbeat.onAsked(now);
            wiring().writer.replace(Ping.class, new Ping((int) (now / 1_000_000_000)));
        }
        wiring().writer.watch();
        if (closing == null && !closed && wiring().heartbeat.hasMovedSince(lastCheck)) {
            meter.estimated(wiring().writer.estimate());
        }
        lastCheck = now;
    }

    /**
     * Writes the reason as the last frame and waits a little for the peer to hang up. Closing at once, with bytes of
     * the peer unread, would reset the connection, and the reason might never be read.
     */
    void close(Close close) {
        if (closed || closing != null) {
            return;
        }
        closing = close;
        wiring().writer.stop();
        ChannelHandlerContext ctx = wiring().ctx;
        ByteBuf out = ctx.alloc().buffer();
        FrameWriter.write(close, out);
        ctx.writeAndFlush(out).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
        ctx.pipeline().fireUserEventTriggered(Ending.NOW);
        ctx.executor().schedule(() -> ctx.close(), CLOSE_PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void fail(Refusal reason) {
        close(new Close(reason, ""));
        end(reason);
    }

    private void end(Refusal reason) {
        if (!closed) {
            closed = true;
            Wiring w = wiring();
            w.check.cancel(false);
            w.reassembler.release();
            w.writer.stop();
            w.owner.closed(reason);
            if (closing == null) {
                w.ctx.close();
            }
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        lost();
        ctx.fireChannelInactive();
    }

    /** Also comes to channels that were never active. */
    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        if (wiring != null) {
            lost();
        }
    }

    private void lost() {
        end(closing != null ? closing.reason() : Refusal.of(Code.HEARTBEAT_LOST, "the connection was lost"));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (cause instanceof WireException broken) {
            fail(Refusal.of(broken));
        } else if (cause instanceof IOException || cause instanceof DecoderException) {
            end(Refusal.of(Code.HEARTBEAT_LOST, String.valueOf(cause.getMessage())));
        } else {
            LOG.error("a connection ended", cause);
            fail(Refusal.of(Code.INTERNAL, "internal error"));
        }
    }

    private Wiring wiring() {
        Wiring w = wiring;
        assert w != null && w.ctx.executor().inEventLoop() : "not on the channel's loop";
        return w;
    }
}
