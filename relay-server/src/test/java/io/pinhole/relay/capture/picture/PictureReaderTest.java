package io.pinhole.relay.capture.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.jpeg.TestJpegs;
import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.imageio.ImageWriteParam;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureReaderTest {

    private static final int BLUE = 0x0000ff;

    @ParameterizedTest
    @CsvSource({
        "1, red, green, blue, white", "2, green, red, white, blue", "3, white, blue, green, red",
        "4, blue, white, red, green", "5, red, blue, green, white", "6, blue, red, white, green",
        "7, white, green, blue, red", "8, green, white, red, blue",
    })
    void aPictureIsTurnedUpright(
            int orientation, String topLeft, String topRight, String bottomLeft, String bottomRight)
            throws IOException, UnreadablePictureException {
        byte[] jpeg = TestJpegs.withOrientation(TestJpegs.progressive(401, 203), orientation);
        BufferedImage upright = read(jpeg);
        boolean lying = orientation >= 5;
        assertThat(upright.getWidth()).isEqualTo(lying ? 203 : 401);
        assertThat(upright.getHeight()).isEqualTo(lying ? 401 : 203);
        int right = upright.getWidth() - 4;
        int low = upright.getHeight() - 4;
        assertThat(colour(upright, 3, 3)).isEqualTo(topLeft);
        assertThat(colour(upright, right, 3)).isEqualTo(topRight);
        assertThat(colour(upright, 3, low)).isEqualTo(bottomLeft);
        assertThat(colour(upright, right, low)).isEqualTo(bottomRight);
    }

    @ParameterizedTest
    @CsvSource({"4080, 3072, 4080, 3072", "4200, 3101, 2100, 1551", "12000, 3333, 6000, 1667", "6400, 6250, 3200, 3125"
    })
    void ofLargePicturesRowsAndColumnsAreLeftOut(int width, int height, int readWidth, int readHeight)
            throws IOException, UnreadablePictureException {
        BufferedImage large = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        large.getRaster().setSamples(width / 2, 0, 1, height, 0, filled(height, 255));
        BufferedImage upright = read(TestJpegs.encode(large, ImageWriteParam.MODE_DISABLED));
        assertThat(upright.getWidth()).isEqualTo(readWidth);
        assertThat(upright.getHeight()).isEqualTo(readHeight);
        int step = width / readWidth;
        assertThat(upright.getRGB(width / 2 / step, readHeight / 2) & 0xff).isGreaterThan(128);
        assertThat(upright.getRGB(width / 4 / step, readHeight / 2) & 0xff).isLessThan(16);
    }

    @Test
    void aLargePictureIsTurnedAsWell() throws IOException, UnreadablePictureException {
        byte[] jpeg = TestJpegs.withOrientation(TestJpegs.baseline(4400, 3000), 6);
        BufferedImage upright = read(jpeg);
        assertThat(upright.getWidth()).isEqualTo(1500);
        assertThat(upright.getHeight()).isEqualTo(2200);
        assertThat(colour(upright, 10, 10)).isEqualTo("blue");
        assertThat(colour(upright, 10, 2190)).isEqualTo("white");
    }

    @Test
    void baselineAndProgressiveComeToTheSame() throws IOException, UnreadablePictureException {
        BufferedImage baseline = read(TestJpegs.baseline(401, 203));
        assertThat(isSame(read(TestJpegs.progressive(401, 203)), baseline)).isTrue();
        byte[] rocket = TestJpegs.photo("rocket-progressive.jpg");
        assertThat(isSame(read(rocket), TestJpegs.decode(rocket))).isTrue();
    }

    @Test
    void greyStaysAsBrightAsItWas() throws IOException, UnreadablePictureException {
        BufferedImage grey = new BufferedImage(64, 64, BufferedImage.TYPE_BYTE_GRAY);
        grey.getRaster().setSamples(0, 0, 64, 64, 0, filled(64 * 64, 100));
        Color seen = new Color(
                read(TestJpegs.encode(grey, ImageWriteParam.MODE_DISABLED)).getRGB(32, 32));
        assertThat(seen.getRed()).isBetween(98, 102).isEqualTo(seen.getGreen()).isEqualTo(seen.getBlue());
    }

    @Test
    void aColourProfileIsApplied() throws IOException, UnreadablePictureException {
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        byte[] linear = TestJpegs.withProfile(plain(0x646464), profile);
        assertThat(read(linear).getRGB(32, 32) & 0xff).isBetween(165, 172);
        assertThat(read(TestJpegs.withOrientation(linear, 6)).getRGB(32, 32) & 0xff)
                .isBetween(165, 172);
    }

    @Test
    void aSenselessProfileIsIgnored() throws IOException, UnreadablePictureException {
        byte[] noise = new byte[500];
        Arrays.fill(noise, (byte) 77);
        assertThat(read(TestJpegs.withProfile(plain(0x646464), noise)).getRGB(32, 32) & 0xff)
                .isBetween(98, 102);
    }

    /** Components of unusual names that are not subsampled the decoder takes for RGB, unless somebody says otherwise. */
    @Test
    void coloursAreRightWithoutJfif() throws IOException, UnreadablePictureException {
        byte[] bare = FlatJpegs.bare(BLUE);
        assertThat(colour(TestJpegs.decode(bare), 32, 32)).isNotEqualTo("blue");
        assertThat(colour(read(bare), 32, 32)).isEqualTo("blue");
    }

    @Test
    void bytesMayComeInSmallPieces() throws IOException, UnreadablePictureException {
        byte[] rocket = TestJpegs.photo("rocket-progressive.jpg");
        PictureBytes whole = PictureBytes.of(rocket);
        PictureBytes pieces = new PictureBytes() {
            @Override
            public long size() {
                return whole.size();
            }

            @Override
            public int read(ByteBuffer into, long position) throws IOException {
                into.limit(Math.min(into.limit(), into.position() + 1 + (int) (position % 777)));
                return whole.read(into, position);
            }
        };
        assertThat(isSame(PictureReader.read(pieces), read(rocket))).isTrue();
    }

    private static BufferedImage read(byte[] jpeg) throws IOException, UnreadablePictureException {
        return PictureReader.read(PictureBytes.of(jpeg));
    }

    private static byte[] plain(int rgb) {
        BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, 64, 64, filled(64 * 64, rgb), 0, 64);
        return TestJpegs.encode(image, ImageWriteParam.MODE_DISABLED);
    }

    private static boolean isSame(BufferedImage one, BufferedImage other) {
        return Arrays.equals(pixels(one), pixels(other));
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static int[] filled(int size, int value) {
        int[] values = new int[size];
        Arrays.fill(values, value);
        return values;
    }

    private static String colour(BufferedImage image, int x, int y) {
        Color colour = new Color(image.getRGB(x, y));
        boolean red = colour.getRed() > 128;
        boolean green = colour.getGreen() > 128;
        boolean blue = colour.getBlue() > 128;
        return red && green && blue ? "white" : red ? "red" : green ? "green" : blue ? "blue" : "black";
    }
}
