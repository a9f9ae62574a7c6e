package io.pinhole.client.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.pinhole.protocol.widget.Geometry;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {

    private static final int WHITE = 0xffffffff;
    private static final int BLUE = 0xff0000ff;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 700, 3000, 4500, 9000, -12_345, 36_000})
    void everyPixelThatIsTouchedIsHiddenAndOnlyFewMore(int rotation) {
        BufferedImage picture = white(300, 200);
        Geometry box = new Geometry(20_011, 11_003, 17_777, 9_999);
        Redactor.burn(picture, List.of(new Redaction(box, rotation, BLUE)));
        double unit = 300.0 / Geometry.SIDE;
        Rectangle2D upright =
                new Rectangle2D.Double(box.x() * unit, box.y() * unit, box.width() * unit, box.height() * unit);
        Shape shape = AffineTransform.getRotateInstance(
                        Math.toRadians(rotation / 100.0), upright.getCenterX(), upright.getCenterY())
                .createTransformedShape(upright);
        Area hidden = new Area(shape);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int colour = picture.getRGB(x, y);
                assertThat(colour).isIn(WHITE, BLUE);
                if (hidden.intersects(x, y, 1, 1)) {
                    assertThat(colour).as("%d, %d", x, y).isEqualTo(BLUE);
                } else if (!hidden.intersects(x - 2, y - 2, 5, 5)) {
                    assertThat(colour).as("%d, %d", x, y).isEqualTo(WHITE);
                }
            }
        }
    }

    @Test
    void aTurnIsClockwise() {
        BufferedImage picture = white(200, 200);
        Redactor.burn(picture, List.of(new Redaction(new Geometry(6_554, 29_491, 52_428, 6_554), 4500, BLUE)));
        assertThat(picture.getRGB(150, 150)).isEqualTo(BLUE);
        assertThat(picture.getRGB(50, 50)).isEqualTo(BLUE);
        assertThat(picture.getRGB(150, 50)).isEqualTo(WHITE);
    }

    @Test
    void whatLiesOutsideIsCut() {
        BufferedImage picture = white(100, 50);
        Redactor.burn(
                picture,
                List.of(Redaction.of(new Geometry(-65_535, -65_535, 98_302, 98_302)), Redaction.of(farOutside())));
        assertThat(picture.getRGB(0, 0)).isEqualTo(0xff000000);
        assertThat(picture.getRGB(49, 49)).isEqualTo(0xff000000);
        assertThat(picture.getRGB(60, 10)).isEqualTo(WHITE);
    }

    @Test
    void whatWouldNotHideIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Redaction(farOutside(), 0, 0xfe000000))
                .withMessageContaining("translucent");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Redaction.of(new Geometry(100, 100, -50, 50)))
                .withMessageContaining("negative");
    }

    private static Geometry farOutside() {
        return new Geometry(120_000, 120_000, 1000, 1000);
    }

    private static BufferedImage white(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int at = 0; at < width * height; at++) {
            picture.setRGB(at % width, at / width, WHITE);
        }
        return picture;
    }
}
