package io.pinhole.protocol.link;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.jspecify.annotations.Nullable;

/** A photo source with as many bytes as it is told to have; starts with more than any test takes. */
final class TestPhoto implements PhotoSource {

    private final int handle;
    private final Usefulness usefulness;
    private int bytes = Integer.MAX_VALUE;
    private boolean exhausted;

    TestPhoto(int handle, int order) {
        this(handle, new Usefulness(Worth.OUTLINE, order));
    }

    TestPhoto(int handle, Usefulness usefulness) {
        this.handle = handle;
        this.usefulness = usefulness;
    }

    TestPhoto holding(int some) {
        bytes = some;
        return this;
    }

    TestPhoto exhausted() {
        exhausted = true;
        return this;
    }

    @Override
    public int handle() {
        return handle;
    }

    @Override
    public Usefulness usefulness() {
        return usefulness;
    }

    @Override
    public int available() {
        return bytes;
    }

    @Override
    public @Nullable ByteBuf pull(int max) {
        if (bytes == 0) {
            return null;
        }
        int pulled = Math.min(max, bytes);
        bytes -= pulled;
        return Unpooled.buffer().writeZero(pulled);
    }

    @Override
    public boolean isExhausted() {
        return exhausted;
    }
}
