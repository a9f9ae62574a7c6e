package io.pinhole.testing;

import io.netty.buffer.ByteBufAllocator;
import org.junit.jupiter.api.Test;

/** Not a test of its own: {@link LeakExtensionTest} runs it and sees it succeed. */
final class PlantedRelease {

    @Test
    void releases_its_buffer() {
        ByteBufAllocator.DEFAULT.buffer(16).writeLong(42).release();
    }
}
