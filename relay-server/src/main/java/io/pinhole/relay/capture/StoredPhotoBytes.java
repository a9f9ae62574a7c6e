package io.pinhole.relay.capture;

import io.pinhole.relay.capture.picture.PictureBytes;
import io.pinhole.relay.store.PhotoStore;
import io.pinhole.relay.store.StoreException;
import java.nio.ByteBuffer;
import java.util.function.IntFunction;

/** The bytes of a stored photo, one block in memory at a time. Blocks. */
final class StoredPhotoBytes implements PictureBytes {

    private final IntFunction<byte[]> blocks;
    private final long size;
    private byte[] block = {};
    private int index = -1;

    /** @param blocks reads the block of an index, of {@link PhotoStore#BLOCK_BYTES} but for the last */
    StoredPhotoBytes(IntFunction<byte[]> blocks, long size) {
        this.blocks = blocks;
        this.size = size;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public int read(ByteBuffer into, long position) {
        int wanted = (int) (position / PhotoStore.BLOCK_BYTES);
        if (index != wanted) {
            block = blocks.apply(wanted);
            index = wanted;
        }
        int from = (int) (position % PhotoStore.BLOCK_BYTES);
        int count = Math.min(into.remaining(), block.length - from);
        if (count < 1) {
            throw new StoreException("block " + index + " of a photo has only " + block.length + " bytes");
        }
        into.put(block, from, count);
        return count;
    }
}
