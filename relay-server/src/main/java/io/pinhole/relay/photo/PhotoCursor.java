package io.pinhole.relay.photo;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.link.Link;
import io.pinhole.protocol.link.PhotoSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A viewer's place in a rendition. A slow viewer costs this and nothing more. Pulled on the viewer's link thread;
 * {@link #shut} and {@link #wake} may come from the call's.
 */
final class PhotoCursor implements PhotoSource {

    private static final long RETRY_MILLIS = 1000;

    private final int handle;
    private final Rendition rendition;
    private final PhotoBytes bytes;
    private final Link link;
    private volatile long position; // written on the link's thread only
    private @Nullable CompletableFuture<byte[]> loaded;
    private int loadedIndex;
    private volatile boolean shut;

    PhotoCursor(int handle, Rendition rendition, PhotoBytes bytes, long offset, Link link) {
        this.handle = handle;
        this.rendition = rendition;
        this.bytes = bytes;
        this.position = offset;
        this.link = link;
    }

    @Override
    public int handle() {
        return handle;
    }

    @Override
    public int rank() {
        return rendition.number();
    }

    @Override
    public @Nullable ByteBuf pull(int max) {
        long at = position;
        long there = bytes.readable() - at;
        if (shut || there <= 0) {
            return null;
        }
        byte[] block = blockAt(at);
        if (block == null) {
            return null;
        }
        int from = (int) (at % PhotoBytes.BLOCK);
        int length = (int) Math.min(Math.min(max, there), block.length - from);
        position = at + length;
        return Unpooled.wrappedBuffer(block, from, length);
    }

    /** The block around this position if it is in memory; else sees to it that it comes, and that we are asked again. */
    private byte @Nullable [] blockAt(long offset) {
        int index = (int) (offset / PhotoBytes.BLOCK);
        int from = (int) (offset % PhotoBytes.BLOCK);
        CompletableFuture<byte[]> block = loaded;
        if (block == null || index != loadedIndex || block.isCompletedExceptionally() || isShort(block, from)) {
            block = bytes.block(index);
            loaded = block;
            loadedIndex = index;
            if (!block.isDone() || block.isCompletedExceptionally()) {
                block.whenComplete(this::onLoaded);
            }
        }
        return block.isDone() && !block.isCompletedExceptionally() && !isShort(block, from) ? block.join() : null;
    }

    private void onLoaded(byte @Nullable [] block, @Nullable Throwable failure) {
        if (failure == null) {
            link.wake();
        } else {
            CompletableFuture.delayedExecutor(RETRY_MILLIS, TimeUnit.MILLISECONDS)
                    .execute(link::wake);
        }
    }

    private static boolean isShort(CompletableFuture<byte[]> block, int from) {
        return block.isDone() && !block.isCompletedExceptionally() && block.join().length <= from;
    }

    @Override
    public boolean isExhausted() {
        return shut || position >= bytes.size();
    }

    /** Something more became readable. */
    void wake() {
        link.wake();
    }

    /** Nothing more will be sent. */
    void shut() {
        shut = true;
        link.remove(this);
    }
}
