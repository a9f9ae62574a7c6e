package io.pinhole.relay.capture.picture;

import static io.pinhole.relay.capture.picture.Easel.GREY;
import static io.pinhole.relay.capture.picture.Easel.RED;
import static io.pinhole.relay.capture.picture.Easel.YELLOW;
import static io.pinhole.relay.capture.picture.Easel.ink;
import static io.pinhole.relay.capture.picture.Easel.mixed;
import static io.pinhole.relay.capture.picture.Easel.units;

import io.pinhole.protocol.widget.Fields;
import io.pinhole.protocol.widget.Geometry;
import io.pinhole.protocol.widget.WidgetKind;
import org.junit.jupiter.api.Test;

class InksTest {

    private static final int[] HOOK = {0, 0, 200, 0, 200, 100};

    @Test
    void inkIsDrawnFromPointToPointWithRoundCorners() {
        Easel hook = Easel.showing(WidgetKind.FREEHAND, moved(HOOK).width(units(20)));
        hook.sees(RED, 200, 91).sees(RED, 200, 108).seesNothing(200, 88).seesNothing(200, 111);
        hook.sees(RED, 291, 150).sees(RED, 308, 150).sees(RED, 306, 95).seesNothing(308, 91); // the corner
        hook.sees(RED, 92, 100).sees(RED, 300, 207).seesNothing(300, 212).seesNothing(250, 150);
    }

    @Test
    void inkIsTurnedAboutTheMiddleOfItsPoints() {
        Easel hook =
                Easel.showing(WidgetKind.FREEHAND, moved(HOOK).width(units(20)).rotation(9000)); // about 200, 150
        hook.sees(RED, 250, 60)
                .sees(RED, 250, 245)
                .sees(RED, 160, 250)
                .seesNothing(200, 100)
                .seesNothing(300, 150);
    }

    @Test
    void ofManyEqualPointsADotIsSeen() {
        for (int[] points : new int[][] {{0, 0}, {0, 0, 0, 0, 0, 0}}) {
            Easel dot = Easel.showing(WidgetKind.FREEHAND, moved(points).width(units(20)));
            dot.sees(RED, 92, 100)
                    .sees(RED, 107, 99)
                    .sees(RED, 100, 107)
                    .seesNothing(91, 91)
                    .seesNothing(112, 100);
        }
    }

    @Test
    void aHighlighterLetsThePhotoThroughAsItsOpacitySays() {
        Easel stroke = Easel.showing(WidgetKind.HIGHLIGHTER, moved(0, 0, 200, 0));
        int seen = mixed(YELLOW, GREY, 96 / 255.0);
        stroke.sees(seen, 200, 94, 1)
                .sees(seen, 200, 105, 1)
                .seesNothing(200, 91)
                .seesNothing(200, 108);
    }

    @Test
    void whereAHighlighterCrossesItselfItIsNoDarker() {
        Easel loop = Easel.showing(
                WidgetKind.HIGHLIGHTER,
                moved(0, 100, 200, 100, 200, 0, 100, 0, 100, 200, 100, 50).width(units(20)));
        int seen = loop.at(120, 200);
        loop.sees(mixed(YELLOW, GREY, 96 / 255.0), 120, 200, 1);
        loop.sees(seen, 200, 200).sees(seen, 200, 250).sees(seen, 193, 193).sees(seen, 300, 100);
    }

    private static Fields.Builder moved(int... points) {
        return ink(points).geometry(new Geometry(units(100), units(100), 0, 0));
    }
}
