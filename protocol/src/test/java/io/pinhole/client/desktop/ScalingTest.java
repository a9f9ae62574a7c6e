package io.pinhole.client.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScalingTest {

    @Test
    void thinLinesAreAveragedNotSkipped() {
        BufferedImage lines = new BufferedImage(1000, 200, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 1000; x += 10) {
            lines.setRGB(x, 0, 1, 200, filled(200, 0xFFFFFF), 0, 1);
        }
        assertThat(pixels(Scaling.toFit(lines, 100))).containsOnly(0xFF1A1A1A);
    }

    @Test
    void aPixelTakesItsShareOfThoseItCutsThrough() {
        BufferedImage three = new BufferedImage(3, 1, BufferedImage.TYPE_INT_RGB);
        three.setRGB(0, 0, 3, 1, new int[] {0x00_0000, 0xFF_6000, 0x00_00FF}, 0, 3);
        assertThat(pixels(Scaling.toFit(three, 2))).containsExactly(0xFF55_2000, 0xFF55_20AA);
    }

    @ParameterizedTest
    @CsvSource({"1000, 700, 999, 999, 699", "1411, 1000, 160, 160, 113", "3000, 1, 160, 160, 1", "5, 4000, 7, 1, 7"})
    void oneColourStaysOneColour(int width, int height, int maxSide, int smallerWidth, int smallerHeight) {
        BufferedImage plain = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        plain.setRGB(0, 0, width, height, filled(width * height, 0x12FE80), 0, width);
        BufferedImage small = Scaling.toFit(plain, maxSide);
        assertThat(new int[] {small.getWidth(), small.getHeight()}).containsExactly(smallerWidth, smallerHeight);
        assertThat(pixels(small)).containsOnly(0xFF12FE80);
    }

    @Test
    void halvingAveragesFourPixels() {
        BufferedImage noise = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(2);
        noise.setRGB(0, 0, 64, 48, random.ints(64 * 48).toArray(), 0, 64);
        BufferedImage half = Scaling.toFit(noise, 32);
        for (int at = 0; at < 32 * 24; at++) {
            int[] four = noise.getRGB(at % 32 * 2, at / 32 * 2, 2, 2, null, 0, 2);
            int green = Arrays.stream(four).map(pixel -> pixel >> 8 & 0xFF).sum();
            assertThat(half.getRGB(at % 32, at / 32) >> 8 & 0xFF).isEqualTo((green + 2) / 4);
        }
    }

    @Test
    void whatFitsIsLeftAlone() {
        BufferedImage small = new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB);
        assertThat(Scaling.toFit(small, 30)).isSameAs(small);
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static int[] filled(int size, int value) {
        int[] values = new int[size];
        Arrays.fill(values, value);
        return values;
    }
}
