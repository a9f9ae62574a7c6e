package io.pinhole.protocol.link;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.pinhole.protocol.codec.FrameReader;
import io.pinhole.protocol.frame.Chunk;
import io.pinhole.protocol.frame.Feedback;
import io.pinhole.protocol.frame.Frame;
import io.pinhole.protocol.frame.FrameType.Sender;
import io.pinhole.protocol.frame.Stamp;
import io.pinhole.protocol.frame.Voice;
import io.pinhole.protocol.frame.WireException;

/**
 * One end of a link on a simulated TCP, with a clock of its own. Does what {@link RecordWriter} and {@link LinkHandler}
 * do between the socket and the policies; nothing else of the simulation knows how these are asked. Both ends speak as
 * clients. The application takes photo bytes in at once, unless it {@link #holdsPhotos}.
 */
final class SimulatedEnd {

    /** What TLS adds to a record. */
    static final int TLS_BYTES = 22;

    private final SimulatedTcp tcp;
    private final Clock clock;
    private final Application application;
    private final Outbound outbound;
    private final Inbound inbound = new Inbound();
    private final FrameReader frames = new FrameReader(Sender.CLIENT, FrameReader.MAX_FRAME_BYTES);
    private final ByteBuf arrived = Unpooled.buffer();
    private final ByteBuf record = Unpooled.buffer();
    private boolean holdsPhotos;
    private boolean isAwake;
    private long timerAt = Long.MAX_VALUE;
    private long records;
    private long recordBytes;

    /** Hears whatever is not the link's own; borrowed until the method returns. */
    interface Application {
        void received(Frame frame);
    }

    /**
     * The time as this end sees it; both ends never agree.
     *
     * @param fastPerMillion by how much it runs too fast
     */
    record Clock(SimulatedTime time, long aheadNanos, int fastPerMillion) {
        long now() {
            return time.now() + aheadNanos + time.now() / 1_000_000 * fastPerMillion;
        }
    }

    SimulatedEnd(SimulatedTcp tcp, Clock clock, LinkMeter meter, Application application) {
        this.tcp = tcp;
        this.clock = clock;
        this.application = application;
        outbound = new Outbound(meter, () -> tcp.sending().unsent() > 0);
        tcp.reading(this::read).whenThereIsRoom(this::wake);
    }

    /** From now on the application takes no photo bytes in. */
    void holdsPhotos() {
        holdsPhotos = true;
    }

    void send(Frame frame) {
        if (!outbound.add(frame)) {
            throw new AssertionError("too much waits to be read");
        }
        wake();
    }

    void voice(Voice voice) {
        outbound.add(voice, clock.now(), clock.now());
        wake();
    }

    void add(PhotoSource source) {
        outbound.add(source);
        wake();
    }

    /** What it knows of its line. */
    Pacing pacing() {
        return outbound.pacing();
    }

    /** Gives everything back that still waits. */
    void stop() {
        outbound.clear();
    }

    long records() {
        return records;
    }

    /** All records as TCP got them. */
    long recordBytes() {
        return recordBytes;
    }

    // ------------------------------------------------------------------ sending

    /** Looks once all that happens at this moment has happened, as an event loop does. */
    private void wake() {
        if (!isAwake) {
            isAwake = true;
            clock.time.after(0, () -> {
                isAwake = false;
                fill();
            });
        }
    }

    /** A timer that is overtaken by something else only asks once more. */
    private void wakeAt(long nanos) {
        if (nanos != Long.MAX_VALUE && nanos != timerAt) {
            timerAt = nanos;
            clock.time.after(Math.max(0, nanos - clock.now()), () -> {
                if (timerAt == nanos) {
                    timerAt = Long.MAX_VALUE;
                    fill();
                }
            });
        }
    }

    private void fill() {
        while (isWritable()
                && outbound.isDue(inbound, clock.now())
                && outbound.fill(record.clear().writeZero(TLS_BYTES), inbound, clock.now())) {
            byte[] bytes = new byte[record.readableBytes()];
            record.setShort(0, bytes.length).readBytes(bytes);
            records++;
            recordBytes += bytes.length;
            tcp.write(bytes);
        }
        wakeAt(outbound.wakeAt());
    }

    private boolean isWritable() {
        return tcp.room() + Transport.HIGH_WATER_BYTES > 0;
    }

    // ------------------------------------------------------------------ receiving

    private void read(byte[] batch) {
        arrived.discardReadBytes().writeBytes(batch);
        try {
            while (arrived.readableBytes() >= 2
                    && arrived.readableBytes() >= arrived.getUnsignedShort(arrived.readerIndex())) {
                ByteBuf whole = arrived.readSlice(arrived.getUnsignedShort(arrived.readerIndex()));
                readRecord(whole.skipBytes(TLS_BYTES));
            }
        } catch (WireException e) {
            throw new AssertionError("a link wrote what no peer would read", e);
        }
        inbound.onReadEnd(clock.now());
        wake();
    }

    private void readRecord(ByteBuf in) throws WireException {
        for (int before = in.readableBytes(); in.isReadable(); before = in.readableBytes()) {
            Frame frame = frames.next(in);
            if (frame == null) {
                throw new AssertionError("a record that ends within a frame");
            }
            inbound.onFrame(frame, before - in.readableBytes(), clock.now());
            try {
                read(frame);
            } finally {
                frame.release();
            }
        }
    }

    private void read(Frame frame) {
        if (frame instanceof Feedback feedback) {
            if (!outbound.onFeedback(feedback, clock.now())) {
                throw new AssertionError("feedback for photo bytes that were never sent");
            }
        } else if (!(frame instanceof Stamp)) {
            if (frame instanceof Chunk chunk) {
                take(chunk.data().readableBytes());
            }
            application.received(frame);
        }
    }

    private void take(int bytes) {
        if (!inbound.onArrived(bytes)) {
            throw new AssertionError("photo bytes far beyond the window");
        }
        if (!holdsPhotos) {
            inbound.onTaken(bytes, clock.now());
        }
    }
}
