package io.pinhole.relay.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.pinhole.relay.store.StoreException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StoredPhotoStreamTest {

    private static final int BLOCK = 10;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 9, 10, 11, 20, 35})
    void all_blocks_come_one_after_the_other(int size) throws IOException {
        byte[] photo = bytes(size);
        List<Integer> asked = new ArrayList<>();
        try (InputStream in = stream(photo, asked)) {
            assertThat(in.readAllBytes()).isEqualTo(photo);
        }
        assertThat(asked).hasSize((size + BLOCK - 1) / BLOCK).isSorted();
    }

    @Test
    void single_bytes_and_pieces_may_be_mixed() throws IOException {
        byte[] photo = bytes(33);
        try (InputStream in = stream(photo, new ArrayList<>());
                InputStream expected = new ByteArrayInputStream(photo)) {
            assertThat(in.read()).isEqualTo(expected.read());
            assertThat(in.readNBytes(12)).isEqualTo(expected.readNBytes(12));
            assertThat(in.read()).isEqualTo(expected.read());
            assertThat(in.readAllBytes()).isEqualTo(expected.readAllBytes());
            assertThat(in.read()).isEqualTo(-1);
        }
    }

    @Test
    void a_missing_block_is_no_end() {
        InputStream in = new StoredPhotoStream(index -> index == 0 ? new byte[BLOCK] : new byte[0], 15);
        assertThatExceptionOfType(StoreException.class).isThrownBy(in::readAllBytes);
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private static InputStream stream(byte[] photo, List<Integer> asked) {
        return new StoredPhotoStream(
                index -> {
                    asked.add(index);
                    return Arrays.copyOfRange(photo, index * BLOCK, Math.min(photo.length, (index + 1) * BLOCK));
                },
                photo.length);
    }
}
