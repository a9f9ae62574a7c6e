package io.pinhole.relay.capture.picture;

import static io.pinhole.relay.capture.picture.Easel.BLACK;
import static io.pinhole.relay.capture.picture.Easel.BLUE;
import static io.pinhole.relay.capture.picture.Easel.GREY;
import static io.pinhole.relay.capture.picture.Easel.RED;
import static io.pinhole.relay.capture.picture.Easel.box;
import static io.pinhole.relay.capture.picture.Easel.mixed;
import static io.pinhole.relay.capture.picture.Easel.units;
import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.widget.Fields;
import io.pinhole.protocol.widget.WidgetKind;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanvasTest {

    private static final AffineTransform UPRIGHT = new AffineTransform();

    @Test
    void whatIsTranslucentIsSoAsAWhole() {
        Fields.Builder fields =
                box(100, 100, 200, 100).fill(BLUE).width(units(20)).opacity(51);
        Easel rectangle = Easel.showing(WidgetKind.RECTANGLE, fields);
        int stroke = mixed(RED, GREY, 0.2);
        rectangle.sees(stroke, 95, 150, 1).sees(stroke, 105, 150, 1).sees(mixed(BLUE, GREY, 0.2), 200, 150, 1);
        rectangle
                .seesNothing(85, 150)
                .seesNothing(315, 150)
                .seesNothing(200, 85)
                .seesNothing(200, 215);
    }

    @Test
    void opacityZeroIsNothing() {
        Easel.showing(WidgetKind.RECTANGLE, box(100, 100, 200, 100).fill(BLUE).opacity(0))
                .seesNothing(200, 150)
                .seesNothing(100, 150);
    }

    @Test
    void whatReachesOutIsCutOffAtTheEdges() {
        Fields.Builder around =
                box(-700, -400, 1500, 800).fill(BLUE).width(units(20)).opacity(51);
        Easel rectangle = Easel.showing(WidgetKind.RECTANGLE, around);
        int fill = mixed(BLUE, GREY, 0.2);
        rectangle.sees(fill, 0, 0, 1).sees(fill, 770, 300, 1).sees(mixed(RED, GREY, 0.2), 770, 400, 1);
        Easel away = Easel.showing(
                WidgetKind.RECTANGLE, box(-700, -400, 300, 300).fill(BLUE).opacity(51));
        away.seesNothing(0, 0);
    }

    /** Put together in several bands, a large widget has no seams: it is as if drawn at once. */
    @Test
    void largeTranslucentWidgetsHaveNoSeams() {
        Drawing together = new Drawing(
                List.of(
                        new Layer(new Rectangle(0, 0, 50_000, 65_535), BLUE),
                        new Layer(new Rectangle(10_000, 0, 55_535, 65_535), RED)),
                UPRIGHT,
                100);
        BufferedImage picture = new BufferedImage(2000, 1700, BufferedImage.TYPE_3BYTE_BGR);
        new Canvas(picture).draw(together);
        int blue = mixed(BLUE, BLACK, 100 / 255.0);
        int red = mixed(RED, BLACK, 100 / 255.0);
        Easel seen = new Easel(picture);
        for (int y = 0; y < picture.getHeight(); y++) {
            seen.sees(blue, 100, y, 1).sees(red, 1000, y, 1).sees(red, 1999, y, 1);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 30, 45, 89.5})
    void whatIsCoveredShowsNothingInAnyPixelThatItTouches(double degrees) {
        BufferedImage picture = Easel.blank();
        Rectangle2D box = new Rectangle2D.Double(units(200.3), units(200.4), units(100.4), units(50.4));
        AffineTransform turn =
                AffineTransform.getRotateInstance(Math.toRadians(degrees), box.getCenterX(), box.getCenterY());
        new Canvas(picture).cover(new Drawing(List.of(new Layer(box, BLACK)), turn, 255));
        AffineTransform toPixels = AffineTransform.getScaleInstance(1.0 / Easel.PIXEL, 1.0 / Easel.PIXEL);
        toPixels.concatenate(turn);
        Shape area = toPixels.createTransformedShape(box);
        Easel seen = new Easel(picture);
        int covered = 0;
        for (int y = 100; y < 350; y++) {
            for (int x = 100; x < 400; x++) {
                boolean touched = area.intersects(x, y, 1, 1);
                boolean near = area.intersects(x - 1, y - 1, 3, 3);
                if (touched) {
                    seen.sees(BLACK, x, y);
                    covered++;
                } else if (!near) {
                    seen.seesNothing(x, y);
                } else {
                    assertThat(seen.at(x, y)).isIn(BLACK, GREY); // never a mixture that could be taken apart
                }
            }
        }
        assertThat(covered).isGreaterThan(5000);
    }
}
