package io.pinhole.protocol.link;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/** What a simulated TCP was given and has not put on the line: what nothing can overtake any more. */
final class TcpBacklog {

    private final ByteBuf bytes = Unpooled.buffer();
    private long since;
    private int most;
    private long longestNanos;

    void add(byte[] more, long now) {
        if (isEmpty()) {
            since = now;
        }
        bytes.writeBytes(more);
    }

    /** The next so many, or fewer. */
    byte[] take(int max) {
        byte[] taken = new byte[Math.min(max, bytes.readableBytes())];
        bytes.readBytes(taken).discardReadBytes();
        return taken;
    }

    boolean isEmpty() {
        return !bytes.isReadable();
    }

    int size() {
        return bytes.readableBytes();
    }

    /** Looks how much there is, and for how long there has been some. */
    void note(long now) {
        if (!isEmpty()) {
            most = Math.max(most, size());
            longestNanos = Math.max(longestNanos, now - since);
        }
    }

    int most() {
        return most;
    }

    /** The longest time that there was always some. */
    long longestNanos() {
        return longestNanos;
    }
}
