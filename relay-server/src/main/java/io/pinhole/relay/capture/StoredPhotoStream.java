package io.pinhole.relay.capture;

import io.pinhole.relay.store.StoreException;
import java.io.InputStream;
import java.util.function.IntFunction;

/** The bytes of a stored photo, one block in memory at a time. Blocks. */
final class StoredPhotoStream extends InputStream {

    private final IntFunction<byte[]> blocks;
    private long left;
    private byte[] block = {};
    private int at;
    private int next;

    /**
     * @param blocks reads the block of an index
     * @param size of all of them together
     */
    StoredPhotoStream(IntFunction<byte[]> blocks, long size) {
        this.blocks = blocks;
        this.left = size;
    }

    @Override
    public int read() {
        if (left == 0) {
            return -1;
        }
        fill();
        left--;
        return block[at++] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int wanted) {
        if (wanted == 0) {
            return 0;
        }
        if (left == 0) {
            return -1;
        }
        fill();
        int count = (int) Math.min(left, Math.min(wanted, block.length - at));
        System.arraycopy(block, at, into, offset, count);
        at += count;
        left -= count;
        return count;
    }

    private void fill() {
        if (at == block.length) {
            block = blocks.apply(next++);
            at = 0;
            if (block.length == 0) {
                throw new StoreException("block " + (next - 1) + " of a photo is empty");
            }
        }
    }
}
