package io.pinhole.protocol.jpeg;

import static io.pinhole.protocol.jpeg.JpegParts.behindSoi;
import static io.pinhole.protocol.jpeg.JpegParts.bytes;
import static io.pinhole.protocol.jpeg.JpegParts.join;
import static io.pinhole.protocol.jpeg.JpegParts.segment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.RefusedException;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JpegOpeningReaderTest {

    private static final byte[] COLOUR = JpegParts.ofComponents(3);
    private static final byte[] JFIF = join(Ascii.bytes("JFIF\0"), bytes(1, 2, 1, 0, 72, 0, 72, 0, 0));
    private static final byte[] ADOBE = join(Ascii.bytes("Adobe"), bytes(0, 100, 0, 0, 0, 0, 1));

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 4096, 1 << 20})
    void aPhotographIsKnownFromTheBytesBeforeItsFirstScan(int piece) throws RefusedException {
        byte[] lying = TestJpegs.withOrientation(TestJpegs.photo("rocket-progressive.jpg"), 6);
        JpegOpening expected = new JpegOpening(new JpegHeader(640, 427, 3, true), 6, true);
        assertThat(read(lying, piece)).contains(expected);
    }

    @Test
    void aFileThatEndsBeforeItsFirstScanHasNoOpening() throws RefusedException {
        byte[] grey = JpegParts.grey();
        int behindScanHeader = grey.length - JpegParts.DATA.length - JpegParts.EOI.length;
        assertThat(read(Arrays.copyOf(grey, behindScanHeader), 1)).isPresent();
        assertThat(read(Arrays.copyOf(grey, behindScanHeader - 1), 1)).isEmpty();
    }

    @Test
    void whatTheComponentsAreIsSaidBySegmentsOrTheirNames() throws RefusedException {

        assertThat(saysColours(COLOUR)).isFalse();
        assertThat(saysColours(named("RGB"))).isTrue();
        assertThat(saysColours(named("RGC"))).isFalse();
        assertThat(saysColours(behindSoi(COLOUR, segment(Marker.APP0, JFIF)))).isTrue();
        assertThat(saysColours(behindSoi(COLOUR, segment(Marker.APP14, ADOBE)))).isTrue();
        assertThat(saysColours(TestJpegs.withOrientation(COLOUR, 3))).isFalse();
    }

    @Test
    void whatIsNoJpegOrTooLargeIsRefused() {
        assertRefused(Code.NOT_A_JPEG, Ascii.bytes("GIF89a"));
        assertRefused(Code.JPEG_DIMENSIONS, join(JpegParts.SOI, JpegParts.frame(Marker.SOF0, 12_001, 1)));
    }

    @Test
    void endlessMetadataAreRefused() {
        byte[] full = segment(Marker.APP1, new byte[65_533]);
        JpegOpeningReader reader = new JpegOpeningReader(JpegLimits.DEFAULT);
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> {
                    reader.accept(JpegParts.SOI, JpegParts.SOI.length);
                    for (int count = 0; count <= JpegOpeningReader.MAX_BYTES / full.length; count++) {
                        assertThat(reader.accept(full, full.length)).isEmpty();
                    }
                })
                .satisfies(e -> assertThat(e.code()).isEqualTo(Code.JPEG_UNSUPPORTED));
    }

    /** Three components with these names, up to the first scan. */
    private static byte[] named(String names) {
        byte[] frame = bytes(8, 0, 8, 0, 8, names.length());
        for (char name : names.toCharArray()) {
            frame = join(frame, bytes(name, 0x11, 0));
        }
        return join(
                JpegParts.SOI,
                JpegParts.quantization(0),
                segment(Marker.SOF0, frame),
                JpegParts.huffman(0x00),
                JpegParts.huffman(0x10),
                segment(Marker.SOS, 1, names.charAt(0), 0x00, 0, 63, 0));
    }

    private static boolean saysColours(byte[] file) throws RefusedException {
        return read(file, file.length).orElseThrow().saysColours();
    }

    private static void assertRefused(Code code, byte[] file) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> read(file, file.length))
                .satisfies(e -> assertThat(e.code()).isEqualTo(code));
    }

    private static Optional<JpegOpening> read(byte[] file, int piece) throws RefusedException {
        JpegOpeningReader reader = new JpegOpeningReader(JpegLimits.DEFAULT);
        for (int at = 0; at < file.length; at += piece) {
            byte[] next = Arrays.copyOfRange(file, at, Math.min(file.length, at + piece));
            Optional<JpegOpening> opening = reader.accept(next, next.length);
            if (opening.isPresent()) {
                return opening;
            }
        }
        return Optional.empty();
    }
}
