package io.pinhole.protocol.link;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.util.concurrent.ScheduledFuture;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.Deltas;
import io.pinhole.protocol.frame.Feedback;
import io.pinhole.protocol.frame.Frame;
import io.pinhole.protocol.frame.Voice;
import io.pinhole.protocol.frame.WireException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

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
    private final Watcher watcher;
    private final LineMemory.Path path;
    private boolean flushScheduled;
    private @Nullable ScheduledFuture<?> timer;
    private long timerAt;
    private boolean stalled;
    private boolean stopped;

    /** Told how writing fares. */
    interface Watcher {

        /** Nothing more can be written. */
        void failed(Throwable cause);

        /** The line stands still, or moves again. */
        void stalled(boolean stalled);
    }

    /**
     * What both directions of a link share.
     *
     * @param inbound whose feedback rides along
     */
    record Shared(Inbound inbound, Heartbeat heartbeat, LongSupplier clock) {}

    RecordWriter(ChannelHandlerContext ctx, Outbound outbound, Shared shared, Watcher watcher) {
        this.ctx = ctx;
        this.outbound = outbound;
        this.inbound = shared.inbound;
        this.heartbeat = shared.heartbeat;
        this.clock = shared.clock;
        this.watcher = watcher;
        this.path = LineMemory.Path.of(ctx.channel());
    }

    void send(Frame frame) {
        if (stopped) {
            return;
        }
        if (!outbound.add(frame)) {
            flush(); // much may come in one turn of the loop, and the peer be quick
        }
        if (outbound.isOverfull()) {
            watcher.failed(new WireException(Code.SLOW_CONSUMER, "too much waits to be read"));
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
        outbound.add(voice, since, clock.getAsLong());
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
            wake();
        }
    }

    void onFeedback(Feedback feedback) throws WireException {
        if (!outbound.onFeedback(feedback, clock.getAsLong())) {
            throw WireException.malformed("feedback for photo bytes that were never sent");
        }
        wake();
    }

    /** Looks whether the line moves. */
    void watch() {
        boolean stands = outbound.pacing().line().isStalled(clock.getAsLong() / 1e6);
        if (!stopped && stands != stalled) {
            stalled = stands;
            watcher.stalled(stands);
        }
    }

    LineMemory memory() {
        LineModel line = outbound.pacing().line();
        return new LineMemory(path, clock.getAsLong(), line.measured(), line.roundTrip(), inbound.rate());
    }

    void recall(LineMemory memory) {
        long now = clock.getAsLong();
        if (!stopped && memory.isGoodFor(path, now)) {
            inbound.recall(memory.inboundRate());
            outbound.pacing().recall(memory, now / 1e6);
        }
    }

    LineEstimate estimate() {
        return LineEstimate.of(outbound, inbound);
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
        if (timer != null) {
            timer.cancel(false);
        }
        outbound.clear();
    }

    private void flush() {
        flushScheduled = false;
        outbound.watch(clock.getAsLong());
        try {
            boolean more = true;
            while (more && !stopped && ctx.channel().isWritable()) {
                more = writeRecord();
            }
            if (!more && !stopped) {
                wakeAt(outbound.wakeAt());
            }
            watch();
        } catch (RuntimeException e) {
            watcher.failed(e);
        }
    }

    /** A timer that goes off too early only asks again. */
    private void wakeAt(long nanos) {
        if (nanos == Long.MAX_VALUE || (timer != null && timerAt - nanos <= 0)) {
            return;
        }
        if (timer != null) {
            timer.cancel(false);
        }
        timerAt = nanos;
        timer = ctx.executor().schedule(this::onTime, nanos - clock.getAsLong(), TimeUnit.NANOSECONDS);
    }

    private void onTime() {
        timer = null;
        if (!flushScheduled && !stopped) {
            flush();
        }
    }

    private boolean writeRecord() {
        long now = clock.getAsLong();
        if (!outbound.isDue(inbound, now)) {
            return false;
        }
        ByteBuf out = ctx.alloc().buffer(Pacing.RECORD_BYTES + 2 * Filling.LEAST_PIECE_BYTES);
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
            if (!outbound.pacing().line().isPlenty()) {
                RidingAcks.askFor(ctx.channel());
            }
        }
        return filled;
    }
}
