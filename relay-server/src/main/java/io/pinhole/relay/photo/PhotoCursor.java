package io.pinhole.relay.photo;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.jpeg.Stage;
import io.pinhole.protocol.link.Link;
import io.pinhole.protocol.link.PhotoSource;
import io.pinhole.protocol.link.Usefulness;
import io.pinhole.protocol.link.Worth;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A viewer's place in a rendition. A slow viewer costs this and nothing more. Pulled on the viewer's link thread;
 * {@link #shut} and {@link #wake} may come from the call's.
 */
final class PhotoCursor implements PhotoSource {

    private static final long RETRY_MILLIS = 1000;

    private final int handle;
    private final Passage passage;
    private final PhotoBytes bytes;
    private final Link link;
    private volatile long position; // written on the link's thread only
    private @Nullable CompletableFuture<byte[]> loaded;
    private int loadedIndex;
    private LongConsumer watcher = upTo -> {};
    private volatile boolean shut;

    /**
     * What is read.
     *
     * @param photo its number, counted in the order in which photos were shared
     * @param viewed whether the reader looks at the photo now; asked on the link's thread
     */
    record Passage(int photo, Rendition rendition, PhotoBytes bytes, BooleanSupplier viewed) {}

    PhotoCursor(int handle, Passage passage, long offset, Link link) {
        this.handle = handle;
        this.passage = passage;
        this.bytes = passage.bytes;
        this.position = offset;
        this.link = link;
    }

    /** Who is told of each new position, on the link's thread. Before the link gets to know this. */
    void watchedBy(LongConsumer other) {
        watcher = other;
    }

    @Override
    public int handle() {
        return handle;
    }

    @Override
    public Usefulness usefulness() {
        Stage stage = bytes.landmarks().stageAt(position);
        Worth worth = Worth.of(passage.rendition, stage, passage.viewed.getAsBoolean());
        return new Usefulness(worth, worth == Worth.PREVIEW ? -passage.photo : 0); // the newest preview first
    }

    @Override
    public int available() {
        long there = bytes.readable() - position;
        byte[] block = shut || there <= 0 ? null : blockAt(position);
        return block == null ? 0 : (int) Math.min(there, block.length - position % PhotoBytes.BLOCK);
    }

    @Override
    public @Nullable ByteBuf pull(int max) {
        long at = position;
        int length = Math.min(bytes.landmarks().piece(at, max), available());
        byte[] block = length == 0 ? null : blockAt(at);
        if (block == null) {
            return null;
        }
        position = at + length;
        watcher.accept(position);
        return Unpooled.wrappedBuffer(block, (int) (at % PhotoBytes.BLOCK), length);
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
