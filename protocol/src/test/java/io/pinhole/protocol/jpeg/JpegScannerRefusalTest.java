package io.pinhole.protocol.jpeg;

import static io.pinhole.protocol.jpeg.JpegParts.DATA;
import static io.pinhole.protocol.jpeg.JpegParts.EOI;
import static io.pinhole.protocol.jpeg.JpegParts.SOI;
import static io.pinhole.protocol.jpeg.JpegParts.bytes;
import static io.pinhole.protocol.jpeg.JpegParts.frame;
import static io.pinhole.protocol.jpeg.JpegParts.grey;
import static io.pinhole.protocol.jpeg.JpegParts.huffman;
import static io.pinhole.protocol.jpeg.JpegParts.join;
import static io.pinhole.protocol.jpeg.JpegParts.progressiveScan;
import static io.pinhole.protocol.jpeg.JpegParts.quantization;
import static io.pinhole.protocol.jpeg.JpegParts.scan;
import static io.pinhole.protocol.jpeg.JpegParts.segment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.RefusedException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JpegScannerRefusalTest {

    private static final byte[] TABLES = join(quantization(0), huffman(0x00), huffman(0x10));
    private static final byte[] BASELINE = join(TABLES, frame(Marker.SOF0, 8, 8));
    private static final byte[] PROGRESSIVE = join(TABLES, frame(Marker.SOF2, 8, 8));

    static Stream<Arguments> starts() {
        return Stream.of(
                arguments(
                        Code.NOT_A_JPEG, "begins with FFD8, this one does not (at byte 0)", bytes(0x89, 'P', 'N', 'G')),
                arguments(Code.NOT_A_JPEG, "begins with FFD8, this one does not (at byte 0)", bytes(0xFF, 0xD9)),
                arguments(Code.JPEG_MALFORMED, "ends before EOI (at byte 0)", bytes()),
                arguments(Code.JPEG_MALFORMED, "ends before EOI (at byte 0)", bytes(0xFF)),
                arguments(Code.JPEG_MALFORMED, "begin here, not 41 (at byte 2)", join(SOI, bytes('A'))),
                arguments(Code.JPEG_MALFORMED, "SOI must not stand here (at byte 2)", join(SOI, SOI)),
                arguments(Code.JPEG_MALFORMED, "FF00 must not", join(SOI, bytes(0xFF, 0))),
                arguments(Code.JPEG_MALFORMED, "FF01 must not", join(SOI, bytes(0xFF, 1))),
                arguments(Code.JPEG_MALFORMED, "RST0 must not", join(SOI, bytes(0xFF, 0xD0))),
                arguments(Code.JPEG_MALFORMED, "EOI before the first scan", join(SOI, EOI)),
                arguments(Code.JPEG_MALFORMED, "APP3 has the length 1,", join(SOI, bytes(0xFF, 0xE3, 0, 1))));
    }

    static Stream<Arguments> frames() {
        return Stream.of(
                arguments(Code.JPEG_DIMENSIONS, "12001 x 8 pixels, more than 12000 a side", frame(0xC0, 12001, 8)),
                arguments(Code.JPEG_DIMENSIONS, "8 x 65535 pixels, more than 12000", frame(0xC2, 8, 65535)),
                arguments(Code.JPEG_DIMENSIONS, "more than 40000000 in all (at byte 2)", frame(0xC0, 8000, 5001)),
                arguments(Code.JPEG_DIMENSIONS, "0 x 8 pixels, an empty picture", frame(0xC0, 0, 8)),
                arguments(Code.JPEG_DIMENSIONS, "8 x 0 pixels, an empty picture", frame(0xC0, 8, 0)),
                arguments(Code.JPEG_UNSUPPORTED, "SOF1 has 12 bits", segment(0xC1, 12, 0, 8, 0, 8, 1, 1, 0x11, 0)),
                arguments(Code.JPEG_UNSUPPORTED, "has 0 components", segment(0xC0, 8, 0, 8, 0, 8, 0)),
                arguments(Code.JPEG_UNSUPPORTED, "has 5 components", segment(0xC0, 8, 0, 8, 0, 8, 5)),
                arguments(Code.JPEG_MALFORMED, "by 0 x 1", segment(0xC0, 8, 0, 8, 0, 8, 1, 1, 0x01, 0)),
                arguments(Code.JPEG_MALFORMED, "by 1 x 5", segment(0xC0, 8, 0, 8, 0, 8, 1, 1, 0x15, 0)),
                arguments(Code.JPEG_MALFORMED, "table 4 of", segment(0xC0, 8, 0, 8, 0, 8, 1, 1, 0x11, 4)),
                arguments(
                        Code.JPEG_MALFORMED, "component 7 twice", segment(0xC0, 8, 0, 8, 0, 8, 2, 7, 17, 0, 7, 17, 0)),
                arguments(
                        Code.JPEG_MALFORMED, "SOF0 has 1 bytes too many", segment(0xC0, 8, 0, 8, 0, 8, 1, 1, 17, 0, 0)),
                arguments(Code.JPEG_MALFORMED, "SOF0 is 1 bytes too short", segment(0xC0, 8, 0, 8, 0, 8, 1, 1, 17)),
                arguments(Code.JPEG_MALFORMED, "SOF0 is 4 bytes too short", segment(0xC0, 8, 0)),
                arguments(
                        Code.JPEG_MALFORMED,
                        "second frame header SOF2 (at byte 15)",
                        join(frame(0xC0, 8, 8), frame(0xC2, 8, 8))));
    }

    static Stream<Arguments> tables() {
        return Stream.of(
                arguments(
                        Code.JPEG_MALFORMED,
                        "DQT is 65 bytes too short",
                        segment(0xDB, join(bytes(0x10), new byte[63]))),
                arguments(Code.JPEG_MALFORMED, "DQT is 1 bytes too short", segment(0xDB, bytes())),
                arguments(Code.JPEG_MALFORMED, "24-bit values, id 0", segment(0xDB, 0x20)),
                arguments(Code.JPEG_MALFORMED, "8-bit values, id 4", segment(0xDB, 0x04)),
                arguments(Code.JPEG_MALFORMED, "DHT is 17 bytes too short", segment(0xC4, bytes())),
                arguments(Code.JPEG_MALFORMED, "class 2, id 0", segment(0xC4, join(bytes(0x20), new byte[16]))),
                arguments(Code.JPEG_MALFORMED, "class 1, id 4", segment(0xC4, join(bytes(0x14), new byte[16]))),
                arguments(
                        Code.JPEG_MALFORMED,
                        "DHT is 1 bytes too short",
                        segment(0xC4, join(bytes(0, 1), new byte[15]))),
                arguments(
                        Code.JPEG_MALFORMED,
                        "257 values",
                        segment(0xC4, join(bytes(0), new byte[14], bytes(255, 2), new byte[257]))),
                arguments(
                        Code.JPEG_MALFORMED,
                        "more codes of 1 bits",
                        segment(0xC4, join(bytes(0, 2), new byte[15], new byte[2]))),
                arguments(
                        Code.JPEG_MALFORMED,
                        "more codes of 3 bits than fit (at byte 24)",
                        segment(
                                0xC4,
                                join(bytes(0, 1), new byte[16]),
                                join(bytes(0, 1, 1, 2), new byte[13], new byte[4]))),
                arguments(Code.JPEG_MALFORMED, "DRI has 1 bytes too many", segment(0xDD, 0, 1, 2)),
                arguments(Code.JPEG_MALFORMED, "DRI is 1 bytes too short", segment(0xDD, 0)));
    }

    static Stream<Arguments> scans() {
        byte[] withoutDc = join(quantization(0), huffman(0x10), frame(0xC0, 8, 8));
        byte[] withoutAc = join(quantization(0), huffman(0x00), frame(0xC0, 8, 8));
        byte[] wide = join(TABLES, segment(0xC0, 8, 0, 8, 0, 8, 2, 1, 0x42, 0, 2, 0x31, 0));
        return Stream.of(
                arguments(Code.JPEG_MALFORMED, "SOS before a frame header", scan()),
                arguments(Code.JPEG_MALFORMED, "SOS has 0 components", join(BASELINE, segment(0xDA, 0, 0, 63, 0))),
                arguments(Code.JPEG_MALFORMED, "2 components of the frame's 1", join(BASELINE, segment(0xDA, 2, 1, 0))),
                arguments(Code.JPEG_MALFORMED, "names component 9", join(BASELINE, segment(0xDA, 1, 9, 0, 0, 63, 0))),
                arguments(Code.JPEG_MALFORMED, "component 1 twice", join(wide, segment(0xDA, 2, 1, 0, 1, 0, 0, 63, 0))),
                arguments(
                        Code.JPEG_MALFORMED,
                        "interleaves 11 blocks",
                        join(wide, segment(0xDA, 2, 1, 0, 2, 0, 0, 63, 0))),
                arguments(
                        Code.JPEG_MALFORMED,
                        "SOS has 1 bytes too many",
                        join(BASELINE, segment(0xDA, 1, 1, 0, 0, 63, 0, 0))),
                arguments(
                        Code.JPEG_MALFORMED, "SOS is 1 bytes too short", join(BASELINE, segment(0xDA, 1, 1, 0, 0, 63))),
                arguments(Code.JPEG_MALFORMED, "coefficients 1 to 63", join(BASELINE, progressiveScan(1, 63, 0))),
                arguments(Code.JPEG_MALFORMED, "coefficients 0 to 62", join(BASELINE, progressiveScan(0, 62, 0))),
                arguments(Code.JPEG_MALFORMED, "bits 0 to 1", join(BASELINE, progressiveScan(0, 63, 0x01))),
                arguments(Code.JPEG_MALFORMED, "coefficients 0 to 63", join(PROGRESSIVE, progressiveScan(0, 63, 0))),
                arguments(Code.JPEG_MALFORMED, "coefficients 5 to 4", join(PROGRESSIVE, progressiveScan(5, 4, 0))),
                arguments(Code.JPEG_MALFORMED, "coefficients 5 to 64", join(PROGRESSIVE, progressiveScan(5, 64, 0))),
                arguments(Code.JPEG_MALFORMED, "bits 0 to 14", join(PROGRESSIVE, progressiveScan(0, 0, 0x0E))),
                arguments(Code.JPEG_MALFORMED, "bits 3 to 1", join(PROGRESSIVE, progressiveScan(0, 0, 0x31))),
                arguments(
                        Code.JPEG_MALFORMED,
                        "interleaves the AC coefficients of 2",
                        join(
                                TABLES,
                                segment(0xC2, 8, 0, 8, 0, 8, 2, 1, 0x11, 0, 2, 0x11, 0),
                                segment(0xDA, 2, 1, 0, 2, 0, 1, 63, 0))),
                arguments(Code.JPEG_MALFORMED, "needs quantization table 0", join(frame(0xC0, 8, 8), scan())),
                arguments(Code.JPEG_MALFORMED, "needs DC Huffman table 0", join(withoutDc, scan())),
                arguments(Code.JPEG_MALFORMED, "needs AC Huffman table 0", join(withoutAc, scan())),
                arguments(Code.JPEG_MALFORMED, "needs AC Huffman table 0", join(withoutAc, progressiveScan(0, 0, 0))),
                arguments(
                        Code.JPEG_MALFORMED,
                        "needs DC Huffman table 15",
                        join(BASELINE, segment(0xDA, 1, 1, 0xF0, 0, 63, 0))));
    }

    static Stream<Arguments> data() {
        byte[] begun = join(BASELINE, scan());
        byte[] restarting = join(BASELINE, segment(0xDD, 0, 1), scan(), DATA);
        return Stream.of(
                arguments(Code.JPEG_MALFORMED, "a scan without data, then EOI", join(begun, EOI)),
                arguments(Code.JPEG_MALFORMED, "a scan without data, then DHT", join(begun, huffman(0))),
                arguments(Code.JPEG_MALFORMED, "fill bytes before FF00", join(begun, bytes(1, 0xFF, 0xFF, 0))),
                arguments(Code.JPEG_MALFORMED, "RST0 where no restart", join(begun, DATA, bytes(0xFF, 0xD0))),
                arguments(Code.JPEG_MALFORMED, "RST1 where RST0 is due", join(restarting, bytes(0xFF, 0xD1))),
                arguments(
                        Code.JPEG_MALFORMED,
                        "RST0 where RST1 is due",
                        join(restarting, bytes(0xFF, 0xD0, 1, 0xFF, 0xD0))),
                arguments(Code.JPEG_MALFORMED, "SOI must not stand here", join(begun, DATA, SOI)),
                arguments(Code.JPEG_UNSUPPORTED, "DNL is none of", join(begun, DATA, segment(0xDC, 0, 8))),
                arguments(Code.JPEG_MALFORMED, "ends before EOI", join(begun, DATA, bytes(0xFF))),
                arguments(Code.JPEG_MALFORMED, "begin here, not 3F", join(begun, DATA, huffman(0), DATA)),
                arguments(Code.JPEG_MALFORMED, "more bytes behind EOI", join(begun, DATA, EOI, bytes(0))));
    }

    @ParameterizedTest
    @MethodSource("starts")
    void refusesAFileThatDoesNotBeginAsOne(Code code, String message, byte[] file) {
        assertRefused(code, message, file);
    }

    @ParameterizedTest
    @MethodSource({"frames", "tables", "scans", "data"})
    void refusesASegmentThatBreaksItsRule(Code code, String message, byte[] behindSoi) {
        assertRefused(code, message, join(SOI, behindSoi));
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0xC3, 0xC5, 0xC6, 0xC7, 0xC8, 0xC9, 0xCA, 0xCB, 0xCC, 0xCD, 0xCE, 0xCF, 0xDC, 0xDE, 0xDF, 0xF0, 0xF7,
                0xFD
            })
    void refusesArithmeticLosslessAndHierarchicalCodingAndExtensions(int marker) {
        String message = Marker.name(marker) + " is none of baseline, extended 8-bit and progressive (at byte 2)";
        assertRefused(Code.JPEG_UNSUPPORTED, message, join(SOI, segment(marker, 8, 0, 8, 0, 8, 1, 1, 0x11, 0)));
    }

    @Test
    void refusesMoreScansThanTheLimit() {
        byte[] scan = join(progressiveScan(0, 0, 0), DATA);
        byte[] file = join(SOI, PROGRESSIVE, scan, scan, scan, EOI);
        assertThatNoException().isThrownBy(() -> feed(file, new JpegLimits(64, 8, 3, 99)));
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> feed(file, new JpegLimits(64, 8, 2, 99)))
                .satisfies(e -> assertThat(e.code()).isEqualTo(Code.JPEG_TOO_MANY_SCANS))
                .withMessageContaining("more than 2 scans");
    }

    @Test
    void refusesMoreSegmentsThanTheLimit() {
        assertThatNoException().isThrownBy(() -> feed(grey(), new JpegLimits(64, 8, 1, 5)));
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> feed(grey(), new JpegLimits(64, 8, 1, 4)))
                .withMessageContaining("more than 4 marker segments");
    }

    @Test
    void toleratesWhatCamerasDoAndDecodersForgive() {
        byte[] allZeroSpectrum = join(SOI, BASELINE, progressiveScan(0, 0, 0), DATA, EOI);
        byte[] withRestarts = JpegParts.withRestarts(20);
        byte[] commentBehindData = join(Arrays.copyOf(grey(), grey().length - 2), segment(Marker.COM, bytes()), EOI);
        for (byte[] file : new byte[][] {allZeroSpectrum, withRestarts, commentBehindData}) {
            assertThatNoException().isThrownBy(() -> feed(file, JpegLimits.DEFAULT));
        }
    }

    private static void assertRefused(Code code, String message, byte[] file) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> feed(file, JpegLimits.DEFAULT))
                .satisfies(e -> assertThat(e.code()).isEqualTo(code))
                .withMessageContaining(message);
    }

    private static void feed(byte[] file, JpegLimits limits) throws RefusedException {
        JpegScanner scanner = new JpegScanner(limits);
        scanner.accept(file, 0, file.length);
        scanner.finish();
    }
}
