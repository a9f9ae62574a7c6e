package io.pinhole.protocol.link;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.pinhole.protocol.codec.FrameReader;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Frame;
import io.pinhole.protocol.frame.FrameType;
import io.pinhole.protocol.frame.WireException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bytes of a channel to frames. After the first violation, and once the link is ending, it only discards. */
public final class FrameDecoder extends ByteToMessageDecoder {

    private final FrameReader reader;
    private final LinkMeter meter;
    private Listener listener = (frame, bytes) -> {};
    private @Nullable ChannelHandlerContext context;
    private long allowance;
    private boolean paused;
    private boolean broken;

    /** Told of each frame as it is read, before anybody acts on it. */
    interface Listener {
        void read(Frame frame, int bytes);
    }

    /** @param maxFrameBytes until {@link #open} is called; less than an authenticated peer's also bounds their sum */
    public FrameDecoder(FrameType.Sender from, int maxFrameBytes, LinkMeter meter) {
        this.meter = meter;
        reader = new FrameReader(from, maxFrameBytes);
        allowance = maxFrameBytes < FrameReader.MAX_FRAME_BYTES ? maxFrameBytes : Long.MAX_VALUE;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
    }

    /** From now on this one is told; replaces who was told before. */
    void listener(Listener other) {
        listener = other;
    }

    /** Leaves what follows unread, in the channel, until {@link #open}. */
    public void pause() {
        paused = true;
        context().channel().config().setAutoRead(false);
    }

    /** From now on reads everything, with the bound of an authenticated peer. */
    public void open() throws Exception {
        paused = false;
        reader.allow(FrameReader.MAX_FRAME_BYTES);
        allowance = Long.MAX_VALUE;
        context().channel().config().setAutoRead(true);
        channelRead(context(), Unpooled.EMPTY_BUFFER); // what was left
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) throws Exception {
        if (event == Ending.NOW) {
            broken = true;
            paused = false;
            ctx.channel().config().setAutoRead(true);
        }
        super.userEventTriggered(ctx, event);
    }

    private void spend(int bytes) throws WireException {
        allowance -= bytes;
        if (allowance < 0) {
            throw new WireException(Code.TOO_MUCH_BEFORE_AUTHENTICATION, "too much before authentication");
        }
    }

    private ChannelHandlerContext context() {
        ChannelHandlerContext ctx = context;
        assert ctx != null && ctx.executor().inEventLoop() : "not on the channel's loop";
        return ctx;
    }

    /** While paused, does not ask for more as its parent would: what a stranger sends must not pile up here. */
    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) throws Exception {
        if (paused) {
            ctx.fireChannelReadComplete();
        } else {
            super.channelReadComplete(ctx);
        }
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
        if (broken) {
            in.skipBytes(in.readableBytes());
            return;
        }
        if (paused) {
            return;
        }
        try {
            int before = in.readableBytes();
            Frame frame = reader.next(in);
            if (frame != null) {
                int bytes = before - in.readableBytes();
                out.add(frame);
                meter.received(frame.type().trafficClass(), bytes);
                listener.read(frame, bytes);
                spend(bytes);
            }
        } catch (WireException e) {
            broken = true;
            in.skipBytes(in.readableBytes());
            ctx.fireExceptionCaught(e);
        }
    }
}
