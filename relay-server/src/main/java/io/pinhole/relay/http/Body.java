package io.pinhole.relay.http;

import io.netty.buffer.ByteBufUtil;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;

/** What follows the head of an answer. */
public sealed interface Body {

    /** In bytes. */
    long length();

    /** All of it, in UTF-8. */
    record Text(String text) implements Body {

        @Override
        public long length() {
            return ByteBufUtil.utf8Bytes(text);
        }
    }

    /**
     * So many bytes in blocks, of which the next is read when there is room for it.
     *
     * @param read a block by its index, from any thread; the blocks before it have been sent or are about to be. None is
     *     empty, together they have the length. Called on the channel's loop
     */
    record Blocks(long length, IntFunction<CompletableFuture<byte[]>> read) implements Body {}
}
