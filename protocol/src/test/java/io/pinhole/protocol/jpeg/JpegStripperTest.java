package io.pinhole.protocol.jpeg;

import static io.pinhole.protocol.jpeg.JpegParts.behindSoi;
import static io.pinhole.protocol.jpeg.JpegParts.bytes;
import static io.pinhole.protocol.jpeg.JpegParts.join;
import static io.pinhole.protocol.jpeg.JpegParts.segment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.RefusedException;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JpegStripperTest {

    private static final byte[] GREY = JpegParts.grey();
    private static final byte[] JFIF = join(Ascii.bytes("JFIF\0"), bytes(1, 2, 1, 0, 72, 0, 72, 0, 0));
    private static final byte[] ADOBE = join(Ascii.bytes("Adobe"), bytes(0, 100, 0, 0, 0, 0, 1));

    @Test
    void whatDoesNotBelongToThePictureGoes() throws RefusedException {
        byte[] file = join(
                behindSoi(
                        GREY,
                        segment(Marker.APP0, Ascii.bytes("JFXX\0thumbnail")),
                        segment(Marker.APP1, Ascii.bytes("http://ns.adobe.com/xap/1.0/\0secret")),
                        segment(Marker.APP2, Ascii.bytes("MPF\0secret")),
                        segment(Marker.APP15, Ascii.bytes("secret")),
                        segment(Marker.COM, Ascii.bytes("secret"))),
                Ascii.bytes("a film, perhaps"));
        assertThat(strip(file).bytes()).isEqualTo(GREY);
    }

    @Test
    void whatThePictureDependsOnStays() throws RefusedException {
        byte[] profile = segment(Marker.APP2, Ascii.bytes("ICC_PROFILE\0\1\1colours"));
        byte[] file = behindSoi(GREY, segment(Marker.APP0, JFIF), profile, segment(Marker.APP14, ADOBE));
        assertThat(strip(file).bytes()).isEqualTo(file);
    }

    @Test
    void aThumbnailInsideJfifGoesAndItsDensityStays() throws RefusedException {
        byte[] withThumbnail = join(Arrays.copyOf(JFIF, 12), bytes(1, 1, 250, 251, 252));
        byte[] file = behindSoi(GREY, segment(Marker.APP0, withThumbnail));
        assertThat(strip(file).bytes()).isEqualTo(behindSoi(GREY, segment(Marker.APP0, JFIF)));
    }

    @Test
    void aLargeColourProfileGoes() throws RefusedException {
        byte[] piece = join(Ascii.bytes("ICC_PROFILE\0\1\2"), new byte[3000]);
        byte[] small = behindSoi(GREY, segment(Marker.APP2, piece));
        byte[] large = behindSoi(GREY, segment(Marker.APP2, piece), segment(Marker.APP2, piece));
        assertThat(strip(small).bytes()).isEqualTo(small);
        assertThat(strip(large).bytes()).isEqualTo(GREY);
    }

    @Test
    void segmentsBetweenScansGoAndAreNotBelieved() throws RefusedException {
        byte[] clean = strip(TestJpegs.photo("rocket-progressive.jpg")).bytes();
        JpegScanner scanner = new JpegScanner(JpegLimits.DEFAULT);
        scanner.accept(clean, 0, clean.length);
        int end = (int) scanner.scanEnd(3);
        byte[] late = join(segment(Marker.APP1, exif(6)), bytes(0xFF, 0xFF), segment(Marker.COM, 'x'));
        byte[] file = join(Arrays.copyOf(clean, end), late, Arrays.copyOfRange(clean, end, clean.length));
        CleanJpeg stripped = strip(file);
        assertThat(stripped.bytes()).isEqualTo(clean);
        assertThat(stripped.orientation()).isEqualTo(1);
    }

    @Test
    void aPhotographLosesItsCommentAndNoPixel() throws RefusedException {
        byte[] rocket = TestJpegs.photo("rocket.jpg");
        CleanJpeg clean = strip(rocket);
        assertThat(new String(rocket, StandardCharsets.ISO_8859_1)).contains("cmp3.10.3.2");
        assertThat(new String(clean.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("cmp3.10.3.2");
        assertThat(pixels(clean.bytes())).isEqualTo(pixels(rocket));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8})
    void anOrientationIsKeptAloneBehindJfif(int orientation) throws RefusedException {
        byte[] file = behindSoi(GREY, segment(Marker.APP1, exif(orientation)), segment(Marker.APP0, JFIF));
        byte[] minimal = segment(Marker.APP1, Exif.onlyOrientation("Exif\0\0", orientation));
        CleanJpeg clean = strip(file);
        assertThat(clean.orientation()).isEqualTo(orientation);
        assertThat(clean.bytes()).isEqualTo(behindSoi(GREY, segment(Marker.APP0, JFIF), minimal));
        assertThat(minimal).hasSize(36);
    }

    @Test
    void anUprightPictureKeepsNoExif() throws RefusedException {
        assertThat(strip(behindSoi(GREY, segment(Marker.APP1, exif(1)))).bytes())
                .isEqualTo(GREY);
    }

    @Test
    void aLyingPictureHasItsSidesExchangedUpright() throws RefusedException {
        byte[] wide = TestJpegs.baseline(40, 30);
        CleanJpeg upsideDown = strip(behindSoi(wide, segment(Marker.APP1, exif(4))));
        CleanJpeg lying = strip(behindSoi(wide, segment(Marker.APP1, exif(5))));
        assertThat(new int[] {upsideDown.uprightWidth(), upsideDown.uprightHeight()})
                .containsExactly(40, 30);
        assertThat(new int[] {lying.width(), lying.height()}).containsExactly(40, 30);
        assertThat(new int[] {lying.uprightWidth(), lying.uprightHeight()}).containsExactly(30, 40);
    }

    @Test
    void theFirstExifCounts() throws RefusedException {
        byte[] file = behindSoi(GREY, segment(Marker.APP1, exif(3)), segment(Marker.APP1, exif(6)));
        assertThat(strip(file).orientation()).isEqualTo(3);
    }

    @Test
    void whatIsNoWholeJpegIsRefused() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> strip(bytes('G', 'I', 'F')))
                .satisfies(e -> assertThat(e.code()).isEqualTo(Code.NOT_A_JPEG));
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> strip(Arrays.copyOf(GREY, GREY.length - 1)))
                .satisfies(e -> assertThat(e.code()).isEqualTo(Code.JPEG_MALFORMED));
    }

    private static int[] pixels(byte[] jpeg) {
        BufferedImage image = TestJpegs.decode(jpeg);
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static CleanJpeg strip(byte[] file) throws RefusedException {
        return JpegStripper.strip(file, JpegLimits.DEFAULT);
    }

    /** Little-endian, with a maker before and a place behind the orientation. */
    static byte[] exif(int orientation) {
        return join(
                Ascii.bytes("Exif\0\0II"),
                bytes(42, 0, 8, 0, 0, 0, 3, 0),
                bytes(0x0F, 0x01, 2, 0, 4, 0, 0, 0, 'a', 'b', 'c', 0),
                bytes(0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0),
                bytes(0x25, 0x88, 4, 0, 1, 0, 0, 0, 26, 0, 0, 0),
                bytes(0, 0, 0, 0));
    }
}
