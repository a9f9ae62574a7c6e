package io.pinhole.client.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.frame.RefusedException;
import io.pinhole.protocol.jpeg.CleanJpeg;
import io.pinhole.protocol.jpeg.JpegLimits;
import io.pinhole.protocol.jpeg.JpegStripper;
import io.pinhole.protocol.jpeg.TestJpegs;
import io.pinhole.protocol.widget.Geometry;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageWriteParam;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is left of a photo under a redaction: nothing. */
class RedactedPhotoTest {

    /** Blocks of the encoder; beyond one, what is hidden has no influence on a photo's own pixels. */
    private static final int BLOCK = 16;

    private static final int SIDE = 800;
    private static final int FILL = 0xff205080;

    @ParameterizedTest
    @CsvSource({"1, 0", "1, 3000", "2, 9000", "3, 0", "5, 0", "6, -1500", "8, 0"})
    void theFilesAreTheSameWhateverIsHidden(int orientation, int rotation) throws RefusedException {
        Redaction box = box(orientation, rotation);
        DesktopRenditions first = DesktopRenditions.of(photo(orientation, 1), 480, List.of(box));
        DesktopRenditions second = DesktopRenditions.of(photo(orientation, 2), 480, List.of(box));
        assertThat(photo(orientation, 1)).isNotEqualTo(photo(orientation, 2));
        assertThat(first.working()).isPresent();
        for (int file = 0; file < 3; file++) {
            assertThat(files(first).get(file).bytes())
                    .isEqualTo(files(second).get(file).bytes());
        }
    }

    @ParameterizedTest
    @CsvSource({"1", "6"})
    void theBoxIsItsColourInEveryFile(int orientation) throws RefusedException {
        Redaction redaction = box(orientation, 0);
        for (CleanJpeg file : files(DesktopRenditions.of(photo(orientation, 1), 480, List.of(redaction)))) {
            BufferedImage picture = TestJpegs.decode(file.bytes());
            double unit = (double) Math.max(picture.getWidth(), picture.getHeight()) / Geometry.SIDE;
            Geometry box = redaction.box();
            int left = (int) (box.x() * unit) + BLOCK;
            int top = (int) (box.y() * unit) + BLOCK;
            int right = (int) ((box.x() + box.width()) * unit) - BLOCK;
            int bottom = (int) ((box.y() + box.height()) * unit) - BLOCK;
            assertThat(right - left).isGreaterThan(4);
            assertThat(bottom - top).isGreaterThan(4);
            for (int y = top; y < bottom; y++) {
                for (int x = left; x < right; x++) {
                    assertThat(distance(picture.getRGB(x, y), FILL)).isLessThan(12);
                }
            }
        }
    }

    @Test
    void outsideTheBoxTheOriginalLooksAsItDid() throws RefusedException {
        byte[] jpeg = TestJpegs.photo("retina.jpg");
        BufferedImage before = TestJpegs.decode(jpeg);
        int side = before.getWidth();
        Geometry lowerHalf = new Geometry(0, Geometry.SIDE / 2, Geometry.SIDE, Geometry.SIDE);
        CleanJpeg original = DesktopRenditions.of(jpeg, 480, List.of(Redaction.of(lowerHalf)))
                .original();
        BufferedImage after = TestJpegs.decode(original.bytes());
        assertThat(after.getWidth()).isEqualTo(side);
        long sum = 0;
        int most = 0;
        int rows = side / 2 - BLOCK;
        for (int at = 0; at < rows * side; at++) {
            int distance = distance(before.getRGB(at % side, at / side), after.getRGB(at % side, at / side));
            sum += distance;
            most = Math.max(most, distance);
        }
        assertThat((double) sum / (rows * side)).isLessThan(2);
        assertThat(most).isLessThan(24);
    }

    @Test
    void noFileHasAThumbnail() throws RefusedException {
        byte[] thumbnail = TestJpegs.baseline(40, 30);
        byte[] jpeg = TestJpegs.withThumbnails(photo(1, 1), thumbnail);
        assertThat(pictures(jpeg)).isEqualTo(4);
        for (CleanJpeg file : files(DesktopRenditions.of(jpeg, 480, List.of(box(1, 0))))) {
            assertThat(pictures(file.bytes())).isEqualTo(1);
            assertThat(new String(file.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "JFXX");
            assertThat(file.orientation()).isEqualTo(1);
        }
    }

    @Test
    void withoutARedactionTheOriginalIsNotTouched() throws RefusedException {
        byte[] jpeg = photo(6, 1);
        assertThat(DesktopRenditions.of(jpeg, 480, List.of()).original().bytes())
                .isEqualTo(JpegStripper.strip(jpeg, JpegLimits.DEFAULT).bytes());
    }

    @Test
    void aLargeOriginalKeepsItsPixels() throws RefusedException {
        BufferedImage large = new BufferedImage(4200, 3000, BufferedImage.TYPE_BYTE_GRAY);
        byte[] jpeg = TestJpegs.encode(large, ImageWriteParam.MODE_DISABLED);
        Redaction corner = new Redaction(new Geometry(0, 0, 6_000, 6_000), 0, FILL);
        CleanJpeg original = DesktopRenditions.of(jpeg, 1600, List.of(corner)).original();
        BufferedImage picture = TestJpegs.decode(original.bytes());
        assertThat(picture.getWidth()).isEqualTo(4200);
        assertThat(distance(picture.getRGB(100, 100), FILL)).isLessThan(12);
        assertThat(distance(picture.getRGB(600, 600), 0xff000000)).isLessThan(12);
    }

    /** As a camera held in some way writes it, with a different secret for each seed. */
    private static byte[] photo(int orientation, long seed) {
        BufferedImage stored = new BufferedImage(SIDE, SIDE * 3 / 4, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < stored.getHeight(); y++) {
            for (int x = 0; x < stored.getWidth(); x++) {
                stored.setRGB(x, y, new Color(x * 255 / SIDE, y * 255 / SIDE, (x ^ y) & 0x7f).getRGB());
            }
        }
        Random random = new Random(seed);
        for (int y = secretY(); y < secretY() + secretHeight(); y++) {
            for (int x = secretX(); x < secretX() + secretWidth(); x++) {
                stored.setRGB(x, y, random.nextInt());
            }
        }
        byte[] jpeg = PhotoEncoder.baseline(stored, 0.9).bytes();
        return orientation == 1 ? jpeg : TestJpegs.withOrientation(jpeg, orientation);
    }

    /** Around the secret on the upright picture, with a block to spare on each side, however it is turned. */
    private static Redaction box(int orientation, int rotation) {
        BufferedImage stored = new BufferedImage(SIDE, SIDE * 3 / 4, BufferedImage.TYPE_INT_RGB);
        stored.setRGB(secretX() + secretWidth() / 2, secretY() + secretHeight() / 2, -1);
        BufferedImage upright = Upright.turn(stored, orientation);
        int at = 0;
        while ((upright.getRGB(at % upright.getWidth(), at / upright.getWidth()) & 0xff) == 0) {
            at++;
        }
        double unit = (double) Geometry.SIDE / SIDE;
        double half = Math.hypot(secretWidth(), secretHeight()) / 2 + 2 * BLOCK;
        int x = (int) ((at % upright.getWidth() - half) * unit);
        int y = (int) ((at / upright.getWidth() - half) * unit);
        int side = (int) (2 * half * unit);
        return new Redaction(new Geometry(x, y, side, side), rotation, FILL);
    }

    private static int secretX() {
        return 20 * BLOCK;
    }

    private static int secretY() {
        return 18 * BLOCK;
    }

    private static int secretWidth() {
        return 15 * BLOCK;
    }

    private static int secretHeight() {
        return 8 * BLOCK;
    }

    private static List<CleanJpeg> files(DesktopRenditions renditions) {
        return List.of(renditions.preview(), renditions.working().orElseThrow(), renditions.original());
    }

    /** How many times a picture begins in the file; in coded data no such marker can be. */
    private static int pictures(byte[] file) {
        int count = 0;
        for (int at = 0; at + 1 < file.length; at++) {
            if ((file[at] & 0xff) == 0xff && (file[at + 1] & 0xff) == 0xd8) {
                count++;
            }
        }
        return count;
    }

    private static int distance(int rgb, int other) {
        Color a = new Color(rgb);
        Color b = new Color(other);
        return Math.abs(a.getRed() - b.getRed())
                + Math.abs(a.getGreen() - b.getGreen())
                + Math.abs(a.getBlue() - b.getBlue());
    }
}
