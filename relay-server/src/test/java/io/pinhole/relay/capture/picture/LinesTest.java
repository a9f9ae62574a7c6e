package io.pinhole.relay.capture.picture;

import static io.pinhole.relay.capture.picture.Easel.BLUE;
import static io.pinhole.relay.capture.picture.Easel.GREY;
import static io.pinhole.relay.capture.picture.Easel.RED;
import static io.pinhole.relay.capture.picture.Easel.box;
import static io.pinhole.relay.capture.picture.Easel.mixed;
import static io.pinhole.relay.capture.picture.Easel.units;

import io.pinhole.protocol.widget.WidgetKind;
import org.junit.jupiter.api.Test;

class LinesTest {

    @Test
    void aLineIsAsWideAsItSaysWithRoundEnds() {
        Easel line = Easel.showing(
                WidgetKind.LINE, box(100, 100, 200, 0).width(units(20)).stroke(BLUE));
        line.sees(BLUE, 200, 90).sees(BLUE, 200, 109).seesNothing(200, 89).seesNothing(200, 110);
        line.sees(BLUE, 91, 100).sees(BLUE, 308, 99).seesNothing(88, 100).seesNothing(311, 99);
        line.seesNothing(91, 91).seesNothing(308, 108);
    }

    @Test
    void aLineGoesToWhereItsVectorPoints() {
        Easel line = Easel.showing(WidgetKind.LINE, box(300, 300, -200, -100).width(units(10)));
        line.sees(RED, 298, 299).sees(RED, 102, 201).sees(RED, 200, 250);
        line.seesNothing(200, 350).seesNothing(400, 350).seesNothing(200, 235);
    }

    @Test
    void aLineIsTurnedClockwiseAboutItsMiddle() {
        Easel line = Easel.showing(
                WidgetKind.LINE, box(100, 200, 200, 0).width(units(10)).rotation(9000));
        line.sees(RED, 200, 105).sees(RED, 200, 295).seesNothing(110, 200).seesNothing(290, 200);
        Easel half = Easel.showing(
                WidgetKind.LINE, box(100, 200, 200, 0).width(units(10)).rotation(3000));
        half.sees(RED, 270, 240).sees(RED, 130, 160).seesNothing(270, 160).seesNothing(130, 240);
    }

    @Test
    void halfAnOpacityOfHalfAColourIsAQuarter() {
        Easel line = Easel.showing(
                WidgetKind.LINE,
                box(100, 100, 200, 0).width(units(20)).stroke(0x800000ff).opacity(128));
        line.sees(mixed(BLUE, GREY, 0.25), 200, 100, 2);
    }

    @Test
    void aLineWithoutLengthIsADotAndOneWithoutWidthIsNothing() {
        Easel dot = Easel.showing(WidgetKind.LINE, box(100, 100, 0, 0).width(units(20)));
        dot.sees(RED, 92, 100)
                .sees(RED, 107, 100)
                .sees(RED, 100, 92)
                .seesNothing(91, 91)
                .seesNothing(88, 100);
        Easel.showing(WidgetKind.LINE, box(100, 100, 100, 0).width(0))
                .seesNothing(150, 99)
                .seesNothing(150, 100);
        Easel.showing(WidgetKind.ARROW, box(100, 100, 100, 0).width(0))
                .seesNothing(150, 99)
                .seesNothing(150, 100);
    }

    @Test
    void anArrowEndsInATipBehindWhichItsHeadWidens() {
        Easel arrow = Easel.showing(WidgetKind.ARROW, box(100, 100, 300, 0).width(units(20)));
        arrow.sees(RED, 200, 91).sees(RED, 200, 108).seesNothing(200, 89).seesNothing(200, 110);
        arrow.sees(RED, 394, 100).seesNothing(401, 100).seesNothing(391, 106); // the tip at 400
        arrow.sees(RED, 305, 60).seesNothing(305, 54).seesNothing(298, 60); // corners at 300, 56 and 144
        arrow.sees(RED, 305, 139).seesNothing(305, 145).seesNothing(298, 140);
        arrow.seesNothing(307, 80).sees(RED, 315, 80); // the notch
        arrow.sees(RED, 92, 100).seesNothing(91, 91); // a round end
    }

    @Test
    void anArrowPointsWhereItsVectorDoesAndTurns() {
        Easel up = Easel.showing(WidgetKind.ARROW, box(200, 400, 0, -300).width(units(20)));
        up.sees(RED, 200, 103).sees(RED, 165, 190).sees(RED, 234, 190).seesNothing(170, 395);
        Easel down = Easel.showing(
                WidgetKind.ARROW, box(200, 400, 0, -300).width(units(20)).rotation(18_000));
        down.sees(RED, 200, 396).sees(RED, 165, 309).sees(RED, 234, 309).seesNothing(170, 105);
    }

    @Test
    void aShortArrowIsASmallerHead() {
        Easel arrow = Easel.showing(WidgetKind.ARROW, box(100, 100, 50, 0).width(units(20)));
        arrow.sees(RED, 144, 100)
                .sees(RED, 104, 83)
                .seesNothing(104, 76)
                .seesNothing(96, 100)
                .seesNothing(102, 100);
    }
}
