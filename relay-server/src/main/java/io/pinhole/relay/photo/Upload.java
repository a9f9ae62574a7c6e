package io.pinhole.relay.photo;

import io.netty.buffer.ByteBuf;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.RenditionInfo;
import io.pinhole.protocol.frame.Sha256;
import io.pinhole.protocol.jpeg.JpegHeader;
import io.pinhole.protocol.jpeg.JpegLimits;
import io.pinhole.protocol.jpeg.JpegScanner;
import io.pinhole.protocol.jpeg.Landmarks;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Takes in the bytes of one rendition in order: through the marker parser and the hash into memory, from where viewers
 * read them at once; whole blocks are handed on to be stored. Owned by the call's thread.
 */
final class Upload {

    /** Where blocks are stored. */
    interface Blocks {

        /** @param upTo bytes of the rendition from its start to the end of this block */
        void ready(int index, byte[] bytes, long upTo);

        /** When all that was ready is durable, or the photo over. */
        CompletableFuture<Void> idle();
    }

    private final RenditionInfo info;
    private final PhotoBytes bytes;
    private final Blocks blocks;
    private final JpegScanner scanner;
    private final MessageDigest digest = Sha256.digest();
    private long position;
    private long handedOn;

    Upload(RenditionInfo info, PhotoBytes bytes, JpegLimits limits, Blocks blocks) {
        this.info = info;
        this.bytes = bytes;
        this.blocks = blocks;
        this.scanner = new JpegScanner(limits);
    }

    /** Where the next byte belongs. */
    long position() {
        return position;
    }

    /** Bytes that are in memory and not yet handed on to be stored. */
    boolean hasUnsaved() {
        return position > handedOn;
    }

    /**
     * Takes the next bytes in.
     *
     * @throws RefusedException if they are not what was offered; nothing more can be taken in then
     */
    void accept(ByteBuf data) throws RefusedException {
        int length = data.readableBytes();
        if (position + length > info.size()) {
            throw new RefusedException(
                    Code.PHOTO_TOO_LARGE, "byte " + (position + length) + " of a rendition of " + info.size());
        }
        ByteBuffer view = data.nioBuffer();
        check(view.duplicate());
        while (view.hasRemaining()) {
            copyIntoBlock(view);
        }
        if (scanner.scans() > 0) {
            bytes.firstScan(scanner.scanEnd(0));
        }
        bytes.publish(Math.max(bytes.readable(), Math.min(scanner.passed(), position)));
        if (position == info.size()) {
            finish();
        }
    }

    /** Takes in a block that is durable already, after a restart. */
    void replay(int index, byte[] durable) throws RefusedException {
        check(ByteBuffer.wrap(durable));
        position += durable.length;
        handedOn = position;
        if (durable.length < PhotoBytes.BLOCK && position < info.size()) {
            bytes.restore(index, durable);
        }
        if (position == info.size()) {
            finish();
        }
    }

    /**
     * Hands on what has not been, also a block that is not full.
     *
     * @return when all that was taken in is durable, or the photo over
     */
    CompletableFuture<Void> save() {
        if (hasUnsaved()) {
            int index = (int) ((position - 1) / PhotoBytes.BLOCK);
            int filled = (int) (position - (long) index * PhotoBytes.BLOCK);
            handedOn = position;
            blocks.ready(index, Arrays.copyOf(bytes.writable(position - 1), filled), position);
        }
        return blocks.idle();
    }

    private void check(ByteBuffer view) throws RefusedException {
        digest.update(view.duplicate());
        scanner.accept(view);
        bytes.landmarks(Landmarks.of(scanner, info.size())); // before anybody may read what they are about
        Optional<JpegHeader> header = scanner.header();
        if (header.isPresent()
                && (header.get().width() != info.width() || header.get().height() != info.height())) {
            throw new RefusedException(
                    Code.JPEG_DIMENSIONS,
                    "the picture is " + header.get().width() + " x "
                            + header.get().height() + ", offered as " + info.width() + " x " + info.height());
        }
    }

    private void copyIntoBlock(ByteBuffer view) {
        byte[] block = bytes.writable(position);
        int at = (int) (position % PhotoBytes.BLOCK);
        int length = Math.min(view.remaining(), block.length - at);
        view.get(block, at, length);
        position += length;
        if (at + length == block.length && position < info.size()) {
            save();
        }
    }

    private void finish() throws RefusedException {
        scanner.finish();
        Sha256 actual = Sha256.of(digest);
        if (info.sha256().isPresent() && !info.sha256().get().equals(actual)) {
            throw new RefusedException(
                    Code.HASH_MISMATCH,
                    "the bytes hash to " + actual + ", offered as "
                            + info.sha256().get());
        }
        save();
    }
}
