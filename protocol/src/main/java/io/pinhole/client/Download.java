package io.pinhole.client;

import io.netty.buffer.ByteBuf;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.PhotoId;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.frame.RenditionInfo;
import io.pinhole.protocol.frame.Sha256;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * A rendition on its way to this client. It goes on by itself after every reconnection, from the byte it has. Changed
 * on the client's loop, read by everybody.
 */
public final class Download {

    /** More than any relay takes; a larger announcement is a mistake. */
    private static final long MAX_BYTES = 256L << 20;

    private final PhotoId photo;
    private final Rendition rendition;
    private final Consumer<Download> shutter;
    private final CompletableFuture<byte[]> complete = new CompletableFuture<>();
    private volatile Optional<RenditionInfo> info = Optional.empty();
    private volatile Filled filled = Filled.EMPTY;

    Download(PhotoId photo, Rendition rendition, Consumer<Download> shutter) {
        this.photo = photo;
        this.rendition = rendition;
        this.shutter = shutter;
    }

    public PhotoId photo() {
        return photo;
    }

    public Rendition rendition() {
        return rendition;
    }

    /** What it will be; empty until the relay has answered. */
    public Optional<RenditionInfo> info() {
        return info;
    }

    /** Bytes from the start that are here. */
    public long received() {
        return filled.length();
    }

    /** A copy of what is here. Up to the end of a scan, and with EOI behind it, it is a picture. */
    public byte[] bytes() {
        return filled.copy();
    }

    /** What is here, to be read only; shares the bytes. */
    public ByteBuffer view() {
        return filled.view();
    }

    /** Completes with the whole file, once its hash is found right. */
    public CompletableFuture<byte[]> complete() {
        return complete.copy();
    }

    /** Asks for no more of it; {@link #complete()} is cancelled. */
    public void shut() {
        shutter.accept(this);
    }

    /** @throws RefusedException if it cannot be, or is not what it was before */
    void announced(RenditionInfo announced) throws RefusedException {
        if (info.isPresent() && !info.get().equals(announced)) {
            throw new RefusedException(Code.PHOTO_CONFLICT, "the rendition is not the one that was begun");
        }
        if (announced.size() == 0 || announced.size() > MAX_BYTES) {
            throw new RefusedException(Code.PHOTO_TOO_LARGE, "a rendition of " + announced.size() + " bytes");
        }
        info = Optional.of(announced);
    }

    /** @throws RefusedException if there are more bytes than were announced */
    Progress append(ByteBuf bytes) throws RefusedException {
        long size = info.orElseThrow().size();
        Filled before = filled;
        if (before.length() + (long) bytes.readableBytes() > size) {
            throw new RefusedException(Code.PHOTO_TOO_LARGE, "more bytes than the " + size + " that were announced");
        }
        filled = before.plus(bytes, (int) size);
        return new Progress(photo, rendition, before.length(), bytes.readableBytes(), size);
    }

    boolean isWhole() {
        return info.isPresent() && filled.length() == info.get().size();
    }

    /** @throws RefusedException if these are not the bytes that were offered */
    byte[] verified() throws RefusedException {
        byte[] whole = filled.copy();
        Optional<Sha256> expected = info.orElseThrow().sha256();
        if (expected.isPresent() && !expected.get().equals(Sha256.of(whole))) {
            throw new RefusedException(Code.HASH_MISMATCH, "the bytes are not those that were offered");
        }
        return whole;
    }

    void complete(byte[] whole) {
        complete.complete(whole);
    }

    void fail(Exception reason) {
        complete.completeExceptionally(reason);
    }

    void cancel() {
        complete.cancel(false);
    }
}
