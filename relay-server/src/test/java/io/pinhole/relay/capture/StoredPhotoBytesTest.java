package io.pinhole.relay.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.pinhole.relay.store.PhotoStore;
import io.pinhole.relay.store.StoreException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StoredPhotoBytesTest {

    private static final int BLOCK = PhotoStore.BLOCK_BYTES;

    private final List<Integer> asked = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {1, BLOCK - 1, BLOCK, BLOCK + 1, 2 * BLOCK, 3 * BLOCK + 5})
    void from_front_to_back_every_block_is_read_once(int size) {
        byte[] photo = photo(size);
        ByteBuffer into = ByteBuffer.allocate(size);
        StoredPhotoBytes bytes = bytes(photo);
        while (into.hasRemaining()) {
            ByteBuffer piece = into.slice(into.position(), Math.min(1000, into.remaining()));
            into.position(into.position() + bytes.read(piece, into.position()));
        }
        assertThat(into.array()).isEqualTo(photo);
        assertThat(asked).hasSize((size + BLOCK - 1) / BLOCK).isSorted();
    }

    @Test
    void one_may_go_back() {
        byte[] photo = photo(2 * BLOCK);
        StoredPhotoBytes bytes = bytes(photo);
        assertThat(byteAt(bytes, BLOCK + 7)).isEqualTo(photo[BLOCK + 7]);
        assertThat(byteAt(bytes, 7)).isEqualTo(photo[7]);
        assertThat(asked).containsExactly(1, 0);
    }

    @Test
    void a_block_that_is_too_short_is_no_end() {
        StoredPhotoBytes bytes = new StoredPhotoBytes(index -> new byte[10], 15);
        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> byteAt(bytes, 12));
    }

    private static byte byteAt(StoredPhotoBytes bytes, long position) {
        ByteBuffer one = ByteBuffer.allocate(1);
        assertThat(bytes.read(one, position)).isOne();
        return one.get(0);
    }

    private static byte[] photo(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private StoredPhotoBytes bytes(byte[] photo) {
        return new StoredPhotoBytes(
                index -> {
                    asked.add(index);
                    return Arrays.copyOfRange(photo, index * BLOCK, Math.min(photo.length, (index + 1) * BLOCK));
                },
                photo.length);
    }
}
