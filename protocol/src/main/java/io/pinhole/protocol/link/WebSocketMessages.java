package io.pinhole.protocol.link;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.util.ReferenceCountUtil;
import io.pinhole.protocol.codec.FrameReader;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.WireException;

/**
 * Binary WebSocket messages to the bytes of whole frames, and each record to one message, so that what comes behind is
 * the same as on TCP. A message that may not be is refused twice: to the link, which says so in a frame, and by a close
 * code of WebSocket's own. On the channel's loop.
 */
public final class WebSocketMessages extends ChannelDuplexHandler {

    private boolean closeSent;

    private WebSocketMessages() {}

    /** Puts what a connection needs behind its WebSocket codec. */
    public static void addTo(ChannelPipeline pipeline) {
        pipeline.addLast(new WebSocketFrameAggregator(WebSockets.MAX_MESSAGE_BYTES), new WebSocketMessages());
    }

    // ------------------------------------------------------------------ receiving

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (message instanceof CloseWebSocketFrame close) {
            answer(ctx, close);
        } else if (closeSent) {
            ReferenceCountUtil.release(message);
        } else if (message instanceof BinaryWebSocketFrame binary) {
            read(ctx, binary.content());
        } else if (message instanceof PingWebSocketFrame ping) {
            answer(ctx, ping);
        } else {
            boolean pong = message instanceof PongWebSocketFrame;
            ReferenceCountUtil.release(message);
            if (!pong) {
                refuse(ctx, WebSocketCloseStatus.INVALID_MESSAGE_TYPE, WireException.malformed("not a binary message"));
            }
        }
    }

    private static void read(ChannelHandlerContext ctx, ByteBuf frames) {
        if (frames.isReadable() && FrameReader.areWhole(frames)) {
            ctx.fireChannelRead(frames);
        } else {
            frames.release();
            ctx.fireExceptionCaught(WireException.malformed("a message that is not whole frames"));
        }
    }

    /** A peer that asks but does not read gets no answers, which would pile up. */
    private static void answer(ChannelHandlerContext ctx, PingWebSocketFrame ping) {
        if (ctx.channel().isWritable()) {
            ctx.writeAndFlush(new PongWebSocketFrame(ping.content()));
        } else {
            ping.release();
        }
    }

    private void answer(ChannelHandlerContext ctx, CloseWebSocketFrame close) {
        if (closeSent) {
            close.release();
        } else {
            closeSent = true;
            ctx.writeAndFlush(close);
        }
        ctx.close();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (cause instanceof CorruptedWebSocketFrameException broken) {
            boolean tooLong = broken.closeStatus().equals(WebSocketCloseStatus.MESSAGE_TOO_BIG);
            refuse(ctx, broken.closeStatus(), tooLong ? tooLong() : WireException.malformed("not WebSocket"));
        } else if (cause instanceof TooLongFrameException) {
            refuse(ctx, WebSocketCloseStatus.MESSAGE_TOO_BIG, tooLong());
        } else {
            ctx.fireExceptionCaught(cause);
        }
    }

    private static WireException tooLong() {
        return new WireException(Code.FRAME_TOO_LONG, "a message over " + WebSockets.MAX_MESSAGE_BYTES + " bytes");
    }

    private void refuse(ChannelHandlerContext ctx, WebSocketCloseStatus status, WireException reason) {
        ctx.fireExceptionCaught(reason);
        sayClose(ctx, status);
    }

    // ------------------------------------------------------------------ sending

    /** What comes after WebSocket's own close may not be sent any more. */
    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        if (message instanceof ByteBuf && closeSent) {
            ReferenceCountUtil.release(message);
            promise.trySuccess();
        } else {
            ctx.write(message instanceof ByteBuf record ? new BinaryWebSocketFrame(record) : message, promise);
        }
    }

    /** Does not wait for the peer's close: the link's last words, if there were any, have had their time. */
    @Override
    public void close(ChannelHandlerContext ctx, ChannelPromise promise) {
        sayClose(ctx, WebSocketCloseStatus.NORMAL_CLOSURE);
        ctx.close(promise);
    }

    private void sayClose(ChannelHandlerContext ctx, WebSocketCloseStatus status) {
        if (!closeSent) {
            closeSent = true;
            ctx.writeAndFlush(new CloseWebSocketFrame(status));
        }
    }
}
