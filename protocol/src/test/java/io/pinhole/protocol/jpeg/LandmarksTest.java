package io.pinhole.protocol.jpeg;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.RefusedException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class LandmarksTest {

    private static final byte[] PHOTO = TestJpegs.photo("rocket-progressive.jpg");

    @Test
    void ofTheUsualTenScansTheOutlineEndsWithOneOfTheFirstFourAndThePolishIsTheLast() throws RefusedException {
        JpegScanner scanner = scan(PHOTO);
        assertThat(scanner.scans()).isEqualTo(10);
        Landmarks landmarks = Landmarks.of(scanner, PHOTO.length);
        assertThat(landmarks.detail()).isIn(scanner.scanEnd(1) + 2, scanner.scanEnd(2) + 2, scanner.scanEnd(3) + 2);
        assertThat(landmarks.detail()).isBetween(PHOTO.length / 5L, PHOTO.length * 2L / 5);
        assertThat(landmarks.polish()).isEqualTo(scanner.scanEnd(8) + 2);
        assertThat(landmarks).isEqualTo(Landmarks.of(ByteBuffer.wrap(PHOTO), JpegLimits.DEFAULT));
    }

    @Test
    void theBytesThatAreThereHaveTheSameStageWhileTheFileArrivesAsInTheEnd() throws RefusedException {
        Landmarks whole = Landmarks.of(ByteBuffer.wrap(PHOTO), JpegLimits.DEFAULT);
        JpegScanner scanner = new JpegScanner(JpegLimits.DEFAULT);
        for (int at = 0; at < PHOTO.length; at++) {
            scanner.accept(PHOTO, at, 1);
            if (at % 50 == 0 && scanner.passed() > 0 && isFarFromPolish(scanner.passed(), whole)) {
                Landmarks known = Landmarks.of(scanner, PHOTO.length);
                long newest = scanner.passed() - 1;
                assertThat(known.stageAt(newest)).as("byte %d", newest).isEqualTo(whole.stageAt(newest));
            }
        }
    }

    /** What the tables of the last refinement belong to is known when its header has passed. */
    private static boolean isFarFromPolish(long position, Landmarks whole) {
        return position < whole.polish() || position > whole.polish() + 300;
    }

    @Test
    void whoHasTheOutlineKnowsThatItsLastScanIsWhole() throws RefusedException {
        Landmarks landmarks = Landmarks.of(scan(PHOTO), PHOTO.length);
        JpegScanner reader = new JpegScanner(JpegLimits.DEFAULT);
        reader.accept(PHOTO, 0, (int) landmarks.detail() - 1);
        int scans = reader.scans();
        reader.accept(PHOTO, (int) landmarks.detail() - 1, 1);
        assertThat(reader.scans()).isEqualTo(scans + 1);
    }

    @Test
    void aBaselineFileHasNoPolishAndNoExactOutline() {
        byte[] file = TestJpegs.photo("rocket.jpg");
        Landmarks landmarks = Landmarks.of(ByteBuffer.wrap(file), JpegLimits.DEFAULT);
        assertThat(landmarks).isEqualTo(Landmarks.unknown(file.length));
        assertThat(landmarks.stageAt(0)).isEqualTo(Stage.OUTLINE);
        assertThat(landmarks.stageAt(file.length / 2)).isEqualTo(Stage.DETAIL);
        assertThat(landmarks.stageAt(file.length - 1)).isEqualTo(Stage.DETAIL);
    }

    @Test
    void whatIsNoJpegHasTheLandmarksOfWhatIsNotKnown() {
        byte[] text = Ascii.bytes("no picture at all");
        assertThat(Landmarks.of(ByteBuffer.wrap(text), JpegLimits.DEFAULT)).isEqualTo(Landmarks.unknown(text.length));
    }

    @Test
    void lumaIsPolishedWhenEveryComponentHasBeenSketched() throws RefusedException {
        JpegScanner chromaFirst = scan(progressive(ac(1, 0x01), ac(2, 0x00), ac(1, 0x10)));
        assertThat(chromaFirst.polish()).hasValue(chromaFirst.scanEnd(2));
        assertThat(scan(progressive(ac(1, 0x01), ac(1, 0x10), ac(2, 0x00))).polish())
                .isEmpty();
        assertThat(scan(progressive(ac(1, 0x02), ac(2, 0x00), ac(1, 0x21))).polish())
                .isEmpty();
        assertThat(scan(progressive(ac(1, 0x00), ac(2, 0x01), ac(2, 0x10))).polish())
                .isEmpty();
    }

    /** Two components: DC of both, then these scans. */
    private static byte[] progressive(byte[]... scans) {
        return JpegParts.join(
                JpegParts.SOI,
                JpegParts.quantization(0),
                JpegParts.segment(Marker.SOF2, 8, 0, 8, 0, 8, 2, 1, 0x11, 0, 2, 0x11, 0),
                JpegParts.huffman(0x00),
                JpegParts.huffman(0x10),
                JpegParts.segment(Marker.SOS, 2, 1, 0, 2, 0, 0, 0, 0),
                JpegParts.DATA,
                JpegParts.join(scans),
                JpegParts.EOI);
    }

    private static byte[] ac(int component, int bits) {
        return JpegParts.join(JpegParts.segment(Marker.SOS, 1, component, 0, 1, 63, bits), JpegParts.DATA);
    }

    @Test
    void aPieceEndsWhereItsStageDoesUnlessHardlyAnythingIsLeftOfIt() {
        Landmarks landmarks = new Landmarks(1000, 3000, true);
        assertThat(landmarks.piece(0, 504)).isEqualTo(504);
        assertThat(landmarks.piece(600, 504)).isEqualTo(400);
        assertThat(landmarks.piece(936, 504)).isEqualTo(64);
        assertThat(landmarks.piece(937, 504)).isEqualTo(504);
        assertThat(landmarks.piece(2900, 504)).isEqualTo(100);
        assertThat(landmarks.piece(3000, 504)).isEqualTo(504);
        assertThat(new Landmarks(1000, 3000, false).piece(600, 504)).isEqualTo(504);
    }

    private static JpegScanner scan(byte[] file) throws RefusedException {
        JpegScanner scanner = new JpegScanner(JpegLimits.DEFAULT);
        scanner.accept(file, 0, file.length);
        return scanner;
    }
}
