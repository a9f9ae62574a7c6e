package io.pinhole.protocol.jpeg;

import static io.pinhole.protocol.jpeg.JpegParts.bytes;
import static io.pinhole.protocol.jpeg.JpegParts.join;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExifTest {

    private static final int IDENTIFIER_BYTES = 6;

    @Test
    void readsWhatItWrites() {
        for (int orientation = 1; orientation <= 8; orientation++) {
            assertThat(read(Exif.onlyOrientation("", orientation))).isEqualTo(orientation);
        }
    }

    @Test
    void readsLittleEndianAmongOtherTags() {
        byte[] exif = JpegStripperTest.exif(8);
        assertThat(read(Arrays.copyOfRange(exif, IDENTIFIER_BYTES, exif.length)))
                .isEqualTo(8);
    }

    static Stream<byte[]> senseless() {
        byte[] header = join(Ascii.bytes("MM"), bytes(0, 42, 0, 0, 0, 8));
        return Stream.of(
                bytes(),
                header,
                join(header, bytes(0)),
                join(header, bytes(0xFF, 0xFF)),
                join(Ascii.bytes("MM"), bytes(0, 43, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0)),
                join(Ascii.bytes("MM"), bytes(0, 42, 0xFF, 0xFF, 0xFF, 0xFF), new byte[20]),
                join(Ascii.bytes("MM"), bytes(0, 42, 0x7F, 0xFF, 0xFF, 0xFF), new byte[20]),
                join(header, bytes(0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 0, 0, 0)),
                join(header, bytes(0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 9, 0, 0)),
                join(header, bytes(0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0xFF, 0xFF, 0, 0)),
                join(header, bytes(0, 1, 1, 0x12, 0, 2, 0, 0, 0, 1, 0, 6, 0, 0)),
                join(header, bytes(0, 1, 1, 0x12, 0, 3, 0, 0, 0, 2, 0, 6, 0, 0)),
                join(header, bytes(0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0)));
    }

    @ParameterizedTest
    @MethodSource("senseless")
    void whatMakesNoSenseIsUpright(byte[] tiff) {
        assertThat(read(tiff)).isEqualTo(1);
    }

    @Test
    void noiseIsReadWithoutHarm() {
        Random random = new Random(1);
        byte[] written = Exif.onlyOrientation("", 6);
        for (int run = 0; run < 100_000; run++) {
            byte[] spoilt = Arrays.copyOf(written, random.nextInt(written.length + 1));
            for (int fault = 0; fault < 3 && spoilt.length > 0; fault++) {
                spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt(256);
            }
            assertThat(read(spoilt)).isBetween(1, 8);
        }
    }

    private static int read(byte[] tiff) {
        return Exif.orientation(ByteBuffer.wrap(tiff));
    }
}
