package io.pinhole.relay.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.LastHttpContent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a body block by block. The next one is read when the channel has room, so at most two are in memory: one that waits
 * for the socket, and one that comes from the store. Whoever is gone has nothing more read. On the channel's loop.
 */
final class Download {

    private static final Logger LOG = LoggerFactory.getLogger(Download.class);

    private final ChannelHandlerContext ctx;
    private final Body.Blocks body;
    private final ChannelFutureListener whenSent;
    private long left;
    private int next;
    private boolean reading;

    /** @param whenSent learns of the last write's end */
    Download(ChannelHandlerContext ctx, Body.Blocks body, ChannelFutureListener whenSent) {
        this.ctx = ctx;
        this.body = body;
        this.whenSent = whenSent;
        this.left = body.length();
    }

    void start() {
        if (left == 0) {
            end();
        } else {
            resume();
        }
    }

    /** There may be room again. */
    void resume() {
        if (!reading && left > 0 && ctx.channel().isActive() && ctx.channel().isWritable()) {
            reading = true;
            body.read()
                    .apply(next++)
                    .whenComplete((block, failure) -> ctx.executor().execute(() -> take(block, failure)));
        }
    }

    private void take(byte @Nullable [] block, @Nullable Throwable failure) {
        reading = false;
        if (!ctx.channel().isActive()) {
            return;
        }
        if (block == null || block.length == 0 || block.length > left) {
            LOG.error("a download ends short of {} bytes", left, failure);
            ctx.close(); // the length was promised
            return;
        }
        left -= block.length;
        ctx.writeAndFlush(new DefaultHttpContent(Unpooled.wrappedBuffer(block)));
        if (left == 0) {
            end();
        } else {
            resume();
        }
    }

    private void end() {
        ctx.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT).addListener(whenSent);
    }
}
