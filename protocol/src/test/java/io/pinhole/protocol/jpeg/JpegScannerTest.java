package io.pinhole.protocol.jpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.management.ThreadMXBean;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.RefusedException;
import java.awt.image.BufferedImage;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JpegScannerTest {

    private final JpegScanner scanner = new JpegScanner(JpegLimits.DEFAULT);

    static Stream<byte[]> files() {
        return Stream.of(
                TestJpegs.photo("rocket.jpg"),
                TestJpegs.photo("retina.jpg"),
                TestJpegs.photo("rocket-progressive.jpg"),
                TestJpegs.baseline(40, 30),
                TestJpegs.progressive(40, 30),
                TestJpegs.grey(33, 1),
                JpegParts.grey());
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFilePassesAsAWhole(byte[] file) throws RefusedException {
        scanner.accept(file, 0, file.length);
        scanner.finish();
        BufferedImage decoded = TestJpegs.decode(file);
        JpegHeader header = scanner.header().orElseThrow();
        assertThat(scanner.isComplete()).isTrue();
        assertThat(scanner.passed()).isEqualTo(file.length);
        assertThat(header.width()).isEqualTo(decoded.getWidth());
        assertThat(header.height()).isEqualTo(decoded.getHeight());
        assertThat(header.components()).isEqualTo(decoded.getColorModel().getNumComponents());
    }

    @ParameterizedTest
    @MethodSource("files")
    void feedingByteByByteOrInAnySplitsEqualsFeedingTheWhole(byte[] file) throws RefusedException {
        scanner.accept(file, 0, file.length);
        Random random = new Random(5);
        for (int longest : new int[] {1, 2, 7, 1200}) {
            JpegScanner split = new JpegScanner(JpegLimits.DEFAULT);
            ByteBuffer direct = ByteBuffer.allocateDirect(longest + 3);
            for (int at = 0; at < file.length; ) {
                int length = Math.min(1 + random.nextInt(longest), file.length - at);
                direct.clear().position(3).put(file, at, length).flip().position(3);
                split.accept(direct);
                at += length;
            }
            assertThat(split.isComplete()).isTrue();
            assertThat(split.header()).isEqualTo(scanner.header());
            assertThat(ends(split)).isEqualTo(ends(scanner));
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void whatHasPassedNeverFallsAndLagsByABoundedNumberOfBytes(byte[] file) throws RefusedException {
        long before = 0;
        for (int at = 0; at < file.length; at++) {
            scanner.accept(file, at, 1);
            assertThat(scanner.passed()).isBetween(Math.max(before, at + 1 - JpegScanner.MAX_HELD), at + 1L);
            before = scanner.passed();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyScanEndWithEoiBehindItIsAPicture(byte[] file) throws RefusedException {
        scanner.accept(file, 0, file.length);
        BufferedImage whole = TestJpegs.decode(file);
        List<Double> errors = new ArrayList<>();
        for (long end : ends(scanner)) {
            byte[] beginning = JpegParts.join(Arrays.copyOf(file, (int) end), JpegParts.EOI);
            errors.add(squaredError(TestJpegs.decode(beginning), whole));
            assertThatCompletes(beginning);
        }
        assertThat(errors.get(errors.size() - 1)).isZero();
        assertThat(errors.get(0)).isEqualTo(errors.stream().max(Double::compare).orElseThrow());
    }

    @Test
    void aProgressivePhotoHasTenScansAndABaselineOneHasOne() throws RefusedException {
        byte[] progressive = TestJpegs.photo("rocket-progressive.jpg");
        scanner.accept(progressive, 0, progressive.length);
        assertThat(scanner.scans()).isEqualTo(10);
        assertThat(scanner.header()).contains(new JpegHeader(640, 427, 3, true));
        assertThat(scanner.scanEnd(9)).isEqualTo(progressive.length - 2);

        byte[] baseline = TestJpegs.photo("rocket.jpg");
        JpegScanner other = new JpegScanner(JpegLimits.DEFAULT);
        other.accept(baseline, 0, baseline.length);
        assertThat(other.header()).contains(new JpegHeader(640, 427, 3, false));
        assertThat(ends(other)).containsExactly(baseline.length - 2L);
    }

    @Test
    void aFrameHeaderPassesOnlyAsAWhole() throws RefusedException {
        byte[] frame = JpegParts.frame(Marker.SOF0, 8, 8);
        scanner.accept(JpegParts.SOI, 0, 2);
        scanner.accept(frame, 0, frame.length - 1);
        assertThat(scanner.passed()).isEqualTo(2);
        assertThat(scanner.header()).isEmpty();
        scanner.accept(frame, frame.length - 1, 1);
        assertThat(scanner.passed()).isEqualTo(2 + frame.length);
        assertThat(scanner.header()).contains(new JpegHeader(8, 8, 1, false));
    }

    @Test
    void aCommentPassesAsItComesOnceItsLengthIsKnown() throws RefusedException {
        byte[] start = JpegParts.join(JpegParts.SOI, JpegParts.bytes(0xFF, Marker.COM, 1));
        scanner.accept(start, 0, start.length);
        assertThat(scanner.passed()).isEqualTo(2);
        scanner.accept(new byte[] {0, 'a', 'b'}, 0, 3);
        assertThat(scanner.passed()).isEqualTo(start.length + 3);
    }

    @Test
    void fillBytesBeforeMarkersPassAndBelongToNoScan() throws RefusedException {
        byte[] grey = JpegParts.grey();
        int end = grey.length - 2;
        byte[] filled = JpegParts.join(Arrays.copyOf(grey, end), JpegParts.bytes(0xFF, 0xFF, 0xFF), JpegParts.EOI);
        scanner.accept(filled, 0, filled.length);
        assertThat(scanner.isComplete()).isTrue();
        assertThat(ends(scanner)).containsExactly((long) end);
    }

    @Test
    void restartMarkersCountAnewInEachScan() throws RefusedException {
        byte[] once = JpegParts.withRestarts(3);
        byte[] restarting =
                JpegParts.join(JpegParts.DATA, JpegParts.bytes(0xFF, Marker.RST0), JpegParts.DATA, JpegParts.scan());
        byte[] twice = JpegParts.join(
                Arrays.copyOf(once, once.length - 2),
                JpegParts.scan(),
                restarting,
                restarting,
                JpegParts.DATA,
                JpegParts.EOI);
        scanner.accept(twice, 0, twice.length);
        scanner.finish();
        assertThat(scanner.scans()).isEqualTo(4);
    }

    @Test
    void aStuffedByteIsDataEvenIfItArrivesInHalves() throws RefusedException {
        byte[] scan = JpegParts.bytes(0xFF, 0x00);
        byte[] grey = JpegParts.grey();
        byte[] file = JpegParts.join(Arrays.copyOf(grey, grey.length - 3), scan, JpegParts.EOI);
        for (int at = 0; at < file.length; at++) {
            scanner.accept(file, at, 1);
        }
        scanner.finish();
        assertThat(scanner.scanEnd(0)).isEqualTo(file.length - 2);
    }

    @Test
    void theBufferIsLeftAsItWas() throws RefusedException {
        ByteBuffer buffer = ByteBuffer.wrap(JpegParts.grey());
        ByteBuffer readOnly = buffer.asReadOnlyBuffer();
        scanner.accept(readOnly);
        assertThat(readOnly).isEqualTo(buffer);
    }

    @Test
    void afterAViolationTheSameIsThrownAgain() {
        byte[] text = Ascii.bytes("GIF89a");
        RefusedException first = refusal(() -> scanner.accept(text, 0, text.length));
        byte[] right = JpegParts.grey();
        assertThat(first.code()).isEqualTo(Code.NOT_A_JPEG);
        assertThat(refusal(() -> scanner.accept(right, 0, right.length))).isSameAs(first);
        assertThat(refusal(scanner::finish)).isSameAs(first);
        assertThat(scanner.passed()).isZero();
    }

    @Test
    void memoryIsConstantHoweverLongAScanIs() throws RefusedException {
        byte[] grey = JpegParts.grey();
        scanner.accept(grey, 0, grey.length - 2);
        ByteBuffer chunk = ByteBuffer.allocate(1 << 20);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int mebibyte = 0; mebibyte < 200; mebibyte++) {
            scanner.accept(chunk);
        }
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(200_000);
        assertThat(scanner.passed()).isEqualTo(grey.length - 2 + (200L << 20));
    }

    private static void assertThatCompletes(byte[] file) throws RefusedException {
        JpegScanner scanner = new JpegScanner(JpegLimits.DEFAULT);
        scanner.accept(file, 0, file.length);
        scanner.finish();
    }

    private static List<Long> ends(JpegScanner scanner) {
        return LongStream.range(0, scanner.scans())
                .map(index -> scanner.scanEnd((int) index))
                .boxed()
                .toList();
    }

    private static double squaredError(BufferedImage one, BufferedImage other) {
        return IntStream.range(0, one.getWidth() * one.getHeight())
                .mapToDouble(at -> (one.getRGB(at % one.getWidth(), at / one.getWidth()) >> 8 & 0xFF)
                        - (other.getRGB(at % one.getWidth(), at / one.getWidth()) >> 8 & 0xFF))
                .map(difference -> difference * difference)
                .sum();
    }

    private static RefusedException refusal(ThrowingCallable call) {
        return assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(call)
                .actual();
    }
}
