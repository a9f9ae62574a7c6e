package io.pinhole.client.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.pinhole.client.PreparedPhoto;
import io.pinhole.protocol.frame.Code;
import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.frame.Rendition;
import io.pinhole.protocol.jpeg.CleanJpeg;
import io.pinhole.protocol.jpeg.JpegHeader;
import io.pinhole.protocol.jpeg.JpegLimits;
import io.pinhole.protocol.jpeg.JpegScanner;
import io.pinhole.protocol.jpeg.TestJpegs;
import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageWriteParam;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DesktopRenditionsTest {

    private static final int MAX_PREVIEW_BYTES = 2048;

    @Test
    void aPhotographGetsAProgressiveCopyAndAPreview() throws RefusedException {
        DesktopRenditions renditions = DesktopRenditions.of(TestJpegs.photo("retina.jpg"), 800);
        CleanJpeg working = renditions.working().orElseThrow();
        assertThat(header(working)).isEqualTo(new JpegHeader(800, 800, 3, true));
        assertThat(working.bytes().length).isLessThan(renditions.original().bytes().length / 2);
        assertThat(renditions.preview().bytes()).hasSizeBetween(1000, MAX_PREVIEW_BYTES);
        assertThat(renditions.preview().width()).isGreaterThanOrEqualTo(80);
        assertThat(header(renditions.preview()).width())
                .isEqualTo(renditions.preview().width());
    }

    @Test
    void aSmallOriginalServesAsWorkingCopyUnlessReencodingSavesMuch() throws RefusedException {
        BufferedImage rocket = TestJpegs.decode(TestJpegs.photo("rocket.jpg"));
        byte[] thrifty = PhotoEncoder.progressive(rocket, 0.75).bytes();
        byte[] lavish = PhotoEncoder.baseline(rocket, 0.98).bytes();
        assertThat(DesktopRenditions.of(thrifty, 1600).working()).isEmpty();
        assertThat(DesktopRenditions.of(thrifty, 320).working()).isPresent();
        CleanJpeg working = DesktopRenditions.of(lavish, 1600).working().orElseThrow();
        assertThat(working.bytes().length).isLessThan(lavish.length * 85 / 100);
        assertThat(header(working)).isEqualTo(new JpegHeader(640, 427, 3, true));
    }

    @Test
    void allThreeFilesAreSharedOrTwoIfTheOriginalServes() throws RefusedException {
        byte[] file = TestJpegs.photo("rocket-progressive.jpg");
        assertThat(kinds(DesktopRenditions.of(file, 320)))
                .containsExactly(Rendition.PREVIEW, Rendition.WORKING, Rendition.ORIGINAL);
        assertThat(kinds(
                        DesktopRenditions.of(file, 320).original(),
                        DesktopRenditions.of(file, 320).preview()))
                .containsExactly(Rendition.PREVIEW, Rendition.WORKING);
    }

    private static List<Rendition> kinds(CleanJpeg original, CleanJpeg preview) {
        return kinds(new DesktopRenditions(original, Optional.empty(), preview));
    }

    private static List<Rendition> kinds(DesktopRenditions renditions) {
        PreparedPhoto photo = renditions.prepared("Rocket");
        assertThat(photo.title()).isEqualTo("Rocket");
        return photo.renditions().stream()
                .map(rendition -> rendition.info().rendition())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "1, red, green, blue, white", "2, green, red, white, blue", "3, white, blue, green, red",
        "4, blue, white, red, green", "5, red, blue, green, white", "6, blue, red, white, green",
        "7, white, green, blue, red", "8, green, white, red, blue",
    })
    void copiesAreUpright(int orientation, String topLeft, String topRight, String bottomLeft, String bottomRight)
            throws RefusedException {
        BufferedImage drawing = TestJpegs.drawing(400, 200, BufferedImage.TYPE_INT_RGB);
        byte[] jpeg = TestJpegs.withOrientation(TestJpegs.encode(drawing, ImageWriteParam.MODE_DISABLED), orientation);
        DesktopRenditions renditions = DesktopRenditions.of(jpeg, 100);
        assertThat(renditions.original().orientation()).isEqualTo(orientation);
        for (CleanJpeg copy : new CleanJpeg[] {renditions.working().orElseThrow(), renditions.preview()}) {
            BufferedImage decoded = TestJpegs.decode(copy.bytes());
            int right = decoded.getWidth() * 3 / 4;
            int low = decoded.getHeight() * 3 / 4;
            assertThat(decoded.getWidth() > decoded.getHeight()).isEqualTo(orientation < 5);
            assertThat(copy.orientation()).isEqualTo(1);
            assertThat(colour(decoded, decoded.getWidth() - right, decoded.getHeight() - low))
                    .isEqualTo(topLeft);
            assertThat(colour(decoded, right, decoded.getHeight() - low)).isEqualTo(topRight);
            assertThat(colour(decoded, decoded.getWidth() - right, low)).isEqualTo(bottomLeft);
            assertThat(colour(decoded, right, low)).isEqualTo(bottomRight);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "8, 8", "640, 1", "1, 3000", "300, 200", "1200, 1200"})
    void aPreviewFitsEvenOfNoise(int width, int height) throws RefusedException {
        BufferedImage noise = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(3);
        for (int at = 0; at < width * height; at++) {
            noise.setRGB(at % width, at / width, random.nextInt());
        }
        CleanJpeg preview = DesktopRenditions.of(PhotoEncoder.baseline(noise, 1).bytes(), 1600)
                .preview();
        assertThat(preview.bytes()).hasSizeLessThanOrEqualTo(MAX_PREVIEW_BYTES);
        assertThat(TestJpegs.decode(preview.bytes()).getWidth()).isEqualTo(preview.width());
    }

    @Test
    void greyStaysAsBrightAsItWas() throws RefusedException {
        BufferedImage grey = new BufferedImage(64, 64, BufferedImage.TYPE_BYTE_GRAY);
        grey.getRaster().setSamples(0, 0, 64, 64, 0, filled(64 * 64, 100));
        byte[] jpeg = TestJpegs.encode(grey, ImageWriteParam.MODE_DISABLED);
        CleanJpeg preview = DesktopRenditions.of(jpeg, 1600).preview();
        assertThat(TestJpegs.decode(preview.bytes()).getRGB(32, 32) & 0xFF).isBetween(98, 102);
    }

    @Test
    void aColourProfileIsAppliedToTheCopies() throws RefusedException {
        BufferedImage dark = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        dark.setRGB(0, 0, 64, 64, filled(64 * 64, 0x646464), 0, 64);
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        byte[] linear = TestJpegs.withProfile(TestJpegs.encode(dark, ImageWriteParam.MODE_DISABLED), profile);
        CleanJpeg preview = DesktopRenditions.of(linear, 1600).preview();
        assertThat(TestJpegs.decode(preview.bytes()).getRGB(32, 32) & 0xFF).isBetween(165, 172);
    }

    @Test
    void aPictureOfManyPixelsIsReadWithFewer() throws RefusedException {
        BufferedImage large = new BufferedImage(6000, 5000, BufferedImage.TYPE_BYTE_GRAY);
        byte[] jpeg = TestJpegs.encode(large, ImageWriteParam.MODE_DISABLED);
        CleanJpeg original = new CleanJpeg(jpeg, 1, 6000, 5000);
        assertThat(PhotoDecoder.decode(original).getWidth()).isEqualTo(3000);
        CleanJpeg working = DesktopRenditions.of(jpeg, 1600).working().orElseThrow();
        assertThat(working.width()).isEqualTo(1600);
        assertThat(working.height()).isEqualTo(1333);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void componentsThatCannotBeDecodedAreRefused(int components) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> DesktopRenditions.of(TestJpegs.ofComponents(components), 1600))
                .satisfies(e -> assertThat(e.code()).isEqualTo(Code.JPEG_UNSUPPORTED));
    }

    @Test
    void aFileIsReadUnlessItIsTooLarge(@TempDir Path folder) throws IOException, RefusedException {
        Path file = Files.write(folder.resolve("rocket.jpg"), TestJpegs.photo("rocket.jpg"));
        assertThat(DesktopRenditions.of(file, 320).working().orElseThrow().width())
                .isEqualTo(320);
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength((64L << 20) + 1);
        }
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> DesktopRenditions.of(file, 320))
                .satisfies(e -> assertThat(e.code()).isEqualTo(Code.PHOTO_TOO_LARGE));
    }

    private static JpegHeader header(CleanJpeg jpeg) throws RefusedException {
        JpegScanner scanner = new JpegScanner(JpegLimits.DEFAULT);
        scanner.accept(jpeg.bytes(), 0, jpeg.bytes().length);
        scanner.finish();
        return scanner.header().orElseThrow();
    }

    private static String colour(BufferedImage image, int x, int y) {
        Color colour = new Color(image.getRGB(x, y));
        boolean red = colour.getRed() > 128;
        boolean green = colour.getGreen() > 128;
        return red && green ? "white" : red ? "red" : green ? "green" : "blue";
    }

    private static int[] filled(int size, int value) {
        int[] values = new int[size];
        Arrays.fill(values, value);
        return values;
    }
}
