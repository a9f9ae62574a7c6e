package io.pinhole.relay.annotation.model;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.pinhole.protocol.frame.Frame;
import io.pinhole.protocol.frame.WireException;
import io.pinhole.protocol.link.ModelLink;
import java.util.function.Consumer;

/** The bytes on their way from one end to the other. */
final class Wire {

    /** What an operating system takes before it lets a sender wait. */
    private static final int ROOM_BYTES = 4096;

    private final ByteBuf bytes = Unpooled.buffer();
    private final ModelLink from;
    private final ModelLink to;
    private final Consumer<Frame> sink;
    private final ModelClock clock;

    /** @param sink borrows each frame that comes out at the other end */
    Wire(ModelLink from, ModelLink to, ModelClock clock, Consumer<Frame> sink) {
        this.from = from;
        this.to = to;
        this.clock = clock;
        this.sink = sink;
    }

    /** The sender writes what it would as one record; false if it has nothing, or must wait. */
    boolean write() {
        return bytes.readableBytes() < ROOM_BYTES && from.writeRecord(bytes.discardReadBytes(), clock.nanos());
    }

    boolean isEmpty() {
        return !bytes.isReadable() && from.isEmpty();
    }

    int inFlight() {
        return bytes.readableBytes();
    }

    void deliver(int count) {
        try {
            to.read(bytes.readSlice(count), clock.nanos(), sink::accept);
        } catch (WireException e) {
            throw new AssertionError("the other end cannot read what was written", e);
        }
    }
}
