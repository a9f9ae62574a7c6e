package io.pinhole.testing;

import io.netty.buffer.ByteBufAllocator;
import org.junit.jupiter.api.Test;

/** Not a test of its own: {@link LeakExtensionTest} runs it and sees it fail. */
final class PlantedLeak {

    @Test
    void forgets_a_buffer() {
        ByteBufAllocator.DEFAULT.buffer(16).writeLong(42);
    }
}
