package io.pinhole.protocol.link;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.jspecify.annotations.Nullable;

/** A photo of so many bytes, offered at some time, and how far it has come at the other end. */
final class SimulatedPhoto implements PhotoSource {

    private final int handle;
    private final int bytes;
    private final long begun;
    private int left;
    private int received;
    private long completed = Long.MAX_VALUE;

    SimulatedPhoto(int handle, int bytes, long begun) {
        this.handle = handle;
        this.bytes = bytes;
        this.begun = begun;
        left = bytes;
    }

    void onReceived(int more, long now) {
        received += more;
        if (received > bytes) {
            throw new AssertionError("more of a photo came than there is");
        }
        if (received == bytes) {
            completed = now;
        }
    }

    int bytes() {
        return bytes;
    }

    long begun() {
        return begun;
    }

    boolean isComplete() {
        return received == bytes;
    }

    /** In nanoseconds of the simulation; far in the future while it is not. */
    long completed() {
        return completed;
    }

    @Override
    public int handle() {
        return handle;
    }

    @Override
    public Usefulness usefulness() {
        return new Usefulness(Worth.OUTLINE, handle);
    }

    @Override
    public int available() {
        return left;
    }

    @Override
    public @Nullable ByteBuf pull(int max) {
        if (left == 0) {
            return null;
        }
        int pulled = Math.min(max, left);
        left -= pulled;
        return Unpooled.buffer(pulled).writeZero(pulled);
    }

    @Override
    public boolean isExhausted() {
        return left == 0;
    }
}
