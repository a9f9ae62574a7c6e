package io.pinhole.protocol.link;

import io.netty.channel.EventLoop;
import io.pinhole.protocol.frame.Close;
import io.pinhole.protocol.frame.Deltas;
import io.pinhole.protocol.frame.Frame;
import io.pinhole.protocol.frame.Voice;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/** The sending side of one connection, for everybody: from any thread, in the order of the calls of that thread. */
public final class Link {

    /** How often a side that is silent gives a sign of life. */
    public static final int HEARTBEAT_MILLIS = (int) (Heartbeat.PING_NANOS / 1_000_000);

    private final RecordWriter writer;
    private final LinkHandler handler;
    private final EventLoop loop;

    Link(RecordWriter writer, LinkHandler handler, EventLoop loop) {
        this.writer = writer;
        this.handler = handler;
        this.loop = loop;
    }

    /** Sends a frame that must arrive: a reply, or an annotation frame. */
    public void send(Frame frame) {
        run(() -> writer.send(frame));
    }

    /** Sends a frame of which only the latest of its key matters; replaces the one that still waits. */
    public void replace(Object key, Frame frame) {
        run(() -> writer.replace(key, frame));
    }

    /**
     * Sends committed operations. While they wait, the later may take the place of the earlier. If too much waits, all
     * is let go, and a snapshot of the photo is wanted.
     *
     * @param lapsed as in {@link #want}
     */
    public void send(Deltas deltas, Runnable lapsed) {
        run(() -> writer.send(deltas, lapsed));
    }

    /**
     * A snapshot of a photo is to be sent when there is room: its deltas are let go until it is.
     *
     * @param ask called on the link's thread when it is time to send the snapshot, or else to {@link #forget}
     */
    public void want(int photo, Runnable ask) {
        run(() -> writer.want(photo, ask));
    }

    /** No snapshot will come for a photo, and nothing else of it. */
    public void forget(int photo) {
        run(() -> writer.forget(photo));
    }

    /** A participant is gone: pointers and strokes of that one are not to be seen any more, least of all as the next one's. */
    public void forgetSigns(int participant) {
        run(() -> writer.forgetSigns(participant));
    }

    /**
     * Sends voice, unless it gets too old waiting. Takes it over.
     *
     * @param since when this side first had it, in nanoseconds of the monotonic clock
     */
    public void voice(Voice voice, long since) {
        if (!run(() -> writer.voice(voice, since))) {
            voice.release();
        }
    }

    /** Starts to pull a photo source. */
    public void add(PhotoSource source) {
        run(() -> writer.add(source));
    }

    public void remove(PhotoSource source) {
        run(() -> writer.remove(source));
    }

    /** Some photo source may have bytes again. */
    public void wake() {
        run(writer::wake);
    }

    /** The application has taken in so many photo bytes: the peer may send as many more. */
    public void taken(int bytes) {
        run(() -> writer.taken(bytes));
    }

    /** What is known of the line now, or was when the connection ended. Told on this link's thread. */
    public void memory(Consumer<LineMemory> taker) {
        run(() -> taker.accept(writer.memory()));
    }

    /** What an earlier connection of the same two knew; does nothing if that was long ago or over another path. */
    public void recall(LineMemory memory) {
        run(() -> writer.recall(memory));
    }

    /** Says why, and closes once that is written. */
    public void close(Close close) {
        run(() -> handler.close(close));
    }

    /** The thread that owns the connection's state. */
    public EventLoop loop() {
        return loop;
    }

    /** @return false if the loop has ended, and the connection with it: the task is not run */
    private boolean run(Runnable task) {
        if (loop.inEventLoop()) {
            task.run();
            return true;
        }
        try {
            loop.execute(task);
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }
}
