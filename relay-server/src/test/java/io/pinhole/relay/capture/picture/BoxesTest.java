package io.pinhole.relay.capture.picture;

import static io.pinhole.relay.capture.picture.Easel.BLUE;
import static io.pinhole.relay.capture.picture.Easel.GREY;
import static io.pinhole.relay.capture.picture.Easel.RED;
import static io.pinhole.relay.capture.picture.Easel.WHITE;
import static io.pinhole.relay.capture.picture.Easel.box;
import static io.pinhole.relay.capture.picture.Easel.mixed;
import static io.pinhole.relay.capture.picture.Easel.units;

import io.pinhole.protocol.widget.WidgetKind;
import org.junit.jupiter.api.Test;

class BoxesTest {

    @Test
    void aRectanglesStrokeIsHalfInsideWithSharpCorners() {
        Easel rectangle = Easel.showing(
                WidgetKind.RECTANGLE, box(100, 100, 200, 100).width(units(20)).fill(BLUE));
        rectangle.sees(RED, 90, 150).sees(RED, 109, 150).seesNothing(89, 150).sees(BLUE, 110, 150);
        rectangle.sees(RED, 90, 90).sees(RED, 309, 209).seesNothing(310, 209).seesNothing(309, 210);
        rectangle.sees(BLUE, 200, 150);
    }

    @Test
    void aRectangleWithoutFillIsAFrame() {
        Easel frame =
                Easel.showing(WidgetKind.RECTANGLE, box(100, 100, 200, 100).width(units(4)));
        frame.sees(RED, 200, 100).seesNothing(200, 150).seesNothing(104, 104);
    }

    @Test
    void aRectangleWithoutStrokeIsJustFilled() {
        Easel plain = Easel.showing(
                WidgetKind.RECTANGLE, box(100, 100, 200, 100).width(0).fill(BLUE));
        plain.sees(BLUE, 100, 100).sees(BLUE, 299, 199).seesNothing(99, 150).seesNothing(300, 150);
    }

    @Test
    void aRectangleIsTurnedAboutItsMiddle() {
        Easel rectangle = Easel.showing(
                WidgetKind.RECTANGLE,
                box(100, 100, 200, 100).width(0).fill(BLUE).rotation(9000));
        rectangle.sees(BLUE, 150, 52).sees(BLUE, 249, 247).seesNothing(110, 150).seesNothing(290, 150);
        Easel tilted = Easel.showing(
                WidgetKind.RECTANGLE,
                box(100, 100, 200, 100).width(0).fill(BLUE).rotation(-4500));
        tilted.sees(BLUE, 260, 90).sees(BLUE, 140, 210).seesNothing(260, 210).seesNothing(140, 90);
    }

    @Test
    void edgesBetweenPixelsAreSmooth() {
        Easel half = Easel.showing(
                WidgetKind.RECTANGLE, box(100.5, 100, 200, 100).width(0).fill(BLUE));
        half.sees(mixed(BLUE, GREY, 0.5), 100, 150, 3).sees(BLUE, 101, 150).seesNothing(99, 150);
    }

    @Test
    void boxesWithoutAreaAreTheirStroke() {
        Easel line = Easel.showing(
                WidgetKind.RECTANGLE, box(100, 100, 200, 0).width(units(20)).fill(BLUE));
        line.sees(RED, 200, 91).sees(RED, 200, 108).sees(RED, 91, 91).seesNothing(200, 111);
        Easel.showing(WidgetKind.RECTANGLE, box(100, 100, 0, 0).width(units(20)))
                .sees(RED, 91, 91)
                .sees(RED, 108, 108);
        Easel flat = Easel.showing(
                WidgetKind.ELLIPSE, box(100, 100, 200, 0).width(units(20)).fill(BLUE));
        flat.sees(RED, 200, 92).sees(RED, 200, 107).seesNothing(200, 112);
        Easel.showing(WidgetKind.ELLIPSE, box(100, 100, 0, 0).width(units(20)))
                .sees(RED, 100, 100)
                .seesNothing(112, 100);
    }

    @Test
    void anEllipseFillsItsBox() {
        Easel ellipse = Easel.showing(
                WidgetKind.ELLIPSE, box(100, 100, 200, 100).width(units(10)).fill(WHITE));
        ellipse.sees(RED, 96, 150).sees(RED, 303, 149).sees(RED, 200, 96).sees(RED, 200, 203);
        ellipse.sees(WHITE, 107, 150)
                .sees(WHITE, 200, 107)
                .seesNothing(110, 110)
                .seesNothing(289, 189);
        ellipse.sees(WHITE, 150, 120).seesNothing(120, 110);
    }

    @Test
    void anEllipseIsTurnedAboutItsMiddle() {
        Easel ellipse = Easel.showing(
                WidgetKind.ELLIPSE, box(100, 100, 200, 100).width(0).fill(WHITE).rotation(9000));
        ellipse.sees(WHITE, 200, 53).sees(WHITE, 200, 246).seesNothing(145, 150).seesNothing(255, 150);
    }
}
