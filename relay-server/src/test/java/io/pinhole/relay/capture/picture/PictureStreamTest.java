package io.pinhole.relay.capture.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureStreamTest {

    private final PictureStream stream =
            new PictureStream(PictureBytes.of(new byte[] {1, 2, 3, 4}), new byte[] {10, 11, 12});

    @Test
    void aSegmentIsPutInBehindSoi() throws IOException {
        assertThat(stream.length()).isEqualTo(7);
        for (int expected : new int[] {1, 2, 10, 11, 12, 3, 4, -1, -1}) {
            assertThat(stream.read()).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 100})
    void itIsReadInPiecesOfAnySizeFromAnyPlace(int piece) throws IOException {
        byte[] all = {1, 2, 10, 11, 12, 3, 4};
        for (int from = 0; from < all.length; from++) {
            stream.seek(from);
            byte[] into = new byte[piece];
            int at = from;
            for (int length = stream.read(into); length >= 0; length = stream.read(into)) {
                assertThat(length).isPositive();
                for (int i = 0; i < length; i++) {
                    assertThat(into[i]).isEqualTo(all[at++]);
                }
                assertThat(stream.getStreamPosition()).isEqualTo(at);
            }
            assertThat(at).isEqualTo(all.length);
        }
    }
}
