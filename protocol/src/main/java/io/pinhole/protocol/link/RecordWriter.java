package io.pinhole.protocol.link;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Deltas;
import io.pinhole.protocol.frame.Feedback;
import io.pinhole.protocol.frame.Frame;
import io.pinhole.protocol.frame.Voice;
import io.pinhole.protocol.frame.WireException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Writes what a link has to say: everything that became due in one turn of the loop goes as one flush, one TLS record,
 * one packet. What the channel cannot take waits in our own queues, where voice can still overtake. On the channel's
 * loop; others come through {@link Link}.
 */
final class RecordWriter {

    private final ChannelHandlerContext ctx;
    private final Outbound outbound;
    private final Inbound inbound;
    private final Heartbeat heartbeat;
    private final LongSupplier clock;
    private final Failure failure;
    private boolean flushScheduled;
    private boolean feedbackScheduled;
    private boolean stopped;

    /** Told why nothing more can be written. */
    interface Failure {
        void failed(Throwable cause);
    }

    /**
     * What both directions of a link share.
     *
     * @param inbound whose feedback rides along
     */
    record Shared(Inbound inbound, Heartbeat heartbeat, LongSupplier clock) {}

    RecordWriter(ChannelHandlerContext ctx, Outbound outbound, Shared shared, Failure failure) {
        this.ctx = ctx;
        this.outbound = outbound;
        this.inbound = shared.inbound;
        this.heartbeat = shared.heartbeat;
        this.clock = shared.clock;
        this.failure = failure;
    }

    void send(Frame frame) {
        if (stopped) {
            return;
        }
        if (!outbound.add(frame)) {
            flush(); // much may come in one turn of the loop, and the peer be quick
        }
        if (outbound.isOverfull()) {
            failure.failed(new WireException(Code.SLOW_CONSUMER, "too much waits to be read"));
        }
        wake();
    }

    void replace(Object key, Frame frame) {
        if (!stopped) {
            outbound.replace(key, frame);
            wake();
        }
    }

    void send(Deltas deltas, Runnable lapsed) {
        if (!stopped) {
            outbound.add(deltas, lapsed);
            wake();
        }
    }

    void want(int photo, Runnable ask) {
        if (!stopped) {
            outbound.want(photo, ask);
            wake();
        }
    }

    void forget(int photo) {
        outbound.forget(photo);
        wake();
    }

    void forgetSigns(int participant) {
        outbound.forgetSigns(participant);
        wake();
    }

    void voice(Voice voice, long since) {
        if (stopped) {
            voice.release();
            return;
        }
        outbound.add(voice, since);
        wake();
    }

    void add(PhotoSource source) {
        if (!stopped) {
            outbound.add(source);
            wake();
        }
    }

    void remove(PhotoSource source) {
        outbound.remove(source);
    }

    void taken(int bytes) {
        if (!stopped) {
            inbound.onTaken(bytes, clock.getAsLong());
            feedbackSoon();
        }
    }

    void onFeedback(Feedback feedback) throws WireException {
        if (!outbound.onFeedback(feedback)) {
            throw WireException.malformed("feedback for photo bytes that were never sent");
        }
        wake();
    }

    /** Something may be due: looks once this turn of the loop is over. */
    void wake() {
        if (!flushScheduled && !stopped) {
            flushScheduled = true;
            ctx.executor().execute(this::flush);
        }
    }

    /** Gives everything back that waits; nothing more is written. */
    void stop() {
        stopped = true;
        outbound.clear();
    }

    /** At once when there is enough to say, else a little later, so that it may ride on another flush. */
    private void feedbackSoon() {
        if (inbound.isDue(clock.getAsLong())) {
            wake();
        } else if (inbound.isOwed() && !feedbackScheduled && !stopped) {
            feedbackScheduled = true;
            ctx.executor().schedule(this::feedbackLater, Inbound.PATIENCE_NANOS, TimeUnit.NANOSECONDS);
        }
    }

    private void feedbackLater() {
        feedbackScheduled = false;
        feedbackSoon();
    }

    private void flush() {
        flushScheduled = false;
        try {
            boolean more = true;
            while (more && !stopped && ctx.channel().isWritable()) {
                more = writeRecord();
            }
        } catch (RuntimeException e) {
            failure.failed(e);
        }
    }

    private boolean writeRecord() {
        long now = clock.getAsLong();
        if (outbound.isEmpty() && !inbound.isDue(now)) {
            return false; // as after nearly every record
        }
        ByteBuf out = ctx.alloc().buffer(Outbound.RECORD_BYTES + 2 * Outbound.PIECE_BYTES);
        boolean filled = false;
        try {
            filled = outbound.fill(out, inbound, now);
        } finally {
            if (!filled) {
                out.release();
            }
        }
        if (filled) {
            heartbeat.onSent(now);
            ctx.writeAndFlush(out, ctx.voidPromise());
        }
        return filled;
    }
}
