package io.pinhole.relay.capture.picture;

import static io.pinhole.relay.capture.picture.Easel.BLACK;
import static io.pinhole.relay.capture.picture.Easel.BLUE;
import static io.pinhole.relay.capture.picture.Easel.RED;
import static io.pinhole.relay.capture.picture.Easel.WHITE;
import static io.pinhole.relay.capture.picture.Easel.box;
import static io.pinhole.relay.capture.picture.Easel.units;
import static org.assertj.core.api.Assertions.assertThat;

import io.pinhole.protocol.widget.Fields;
import io.pinhole.protocol.widget.WidgetKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** At 100 pixels to the em. */
class MarkersTest {

    private static final int SIZE = 100;

    @Test
    void aDiscWithARimIsInTheMiddleOfTheBox() {
        Easel marker = Easel.showing(WidgetKind.MARKER, marker(200, 200, 0).number(1));
        marker.sees(RED, 150, 150).sees(RED, 116, 200).sees(RED, 283, 199);
        marker.sees(WHITE, 110, 200).sees(WHITE, 290, 199).sees(WHITE, 200, 110).sees(WHITE, 199, 290);
        marker.seesNothing(103, 200).seesNothing(297, 200).seesNothing(130, 130);
        Easel boxed = Easel.showing(WidgetKind.MARKER, marker(100, 100, 200).number(1));
        for (int y = 0; y < Easel.HEIGHT; y++) {
            assertThat(boxed.count(WHITE, y)).isEqualTo(marker.count(WHITE, y));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 8, 88, 888, 8888})
    void itsNumberIsCentredAndFits(int number) {
        Easel marker = Easel.showing(
                WidgetKind.MARKER,
                marker(200, 200, 0).number(number).stroke(BLACK).fill(WHITE));
        int left = edge(marker, 132, 1);
        int right = edge(marker, 267, -1);
        assertThat(left + right).isBetween(399 - 3, 399 + 3);
        assertThat(right - left).isBetween(40, 130);
        int top = column(marker, 140, 1);
        int bottom = column(marker, 259, -1);
        assertThat(top + bottom).isBetween(399 - 3, 399 + 3);
    }

    @Test
    void itsTextIsOnALabelBesideIt() {
        Easel marker =
                Easel.showing(WidgetKind.MARKER, marker(200, 200, 0).number(1).text("I"));
        int left = 200 + 90 + 30;
        marker.seesNothing(left - 12, 200).sees(WHITE, left, 200).sees(RED, left + 10, 200);
        marker.sees(WHITE, left + 35 + 14, 200).sees(RED, left + 35 + 35, 200).seesNothing(left + 110, 200);
        marker.sees(WHITE, left + 50, 200 - 68).seesNothing(left + 50, 200 - 76);
        Easel twoLines = Easel.showing(WidgetKind.MARKER, marker(200, 200, 0).text("I\nI"));
        twoLines.sees(WHITE, left + 49, 200 - 58)
                .sees(WHITE, left + 49, 200 + 58)
                .seesNothing(left + 50, 200 - 135);
    }

    @Test
    void itTurnsAboutItsDisc() {
        Easel marker = Easel.showing(
                WidgetKind.MARKER, marker(300, 200, 0).text("I").rotation(9000).fill(BLUE));
        marker.sees(BLUE, 250, 150).sees(BLUE, 300, 200 + 90 + 30 + 10).seesNothing(300 + 90 + 30 + 10, 200);
    }

    @Test
    void halfOpaqueItsLabelAndRimAreOneWithWhatTheyCover() {
        Easel marker =
                Easel.showing(WidgetKind.MARKER, marker(200, 200, 0).number(1).opacity(128));
        int disc = Easel.mixed(RED, Easel.GREY, 128 / 255.0);
        int rim = Easel.mixed(WHITE, Easel.GREY, 128 / 255.0);
        marker.sees(disc, 150, 150, 1).sees(rim, 107, 200, 1).sees(rim, 112, 200, 1); // on the disc and beside it
    }

    private static Fields.Builder marker(double x, double y, double side) {
        return box(x, y, side, side).fontSize(units(SIZE));
    }

    /** The first black pixel of the rows around the middle. */
    private static int edge(Easel marker, int from, int step) {
        for (int x = from; ; x += step) {
            for (int y = 165; y < 235; y++) {
                if ((marker.at(x, y) & 0xff) < 128) {
                    return x;
                }
            }
        }
    }

    private static int column(Easel marker, int from, int step) {
        for (int y = from; ; y += step) {
            for (int x = 150; x < 250; x++) {
                if ((marker.at(x, y) & 0xff) < 128) {
                    return y;
                }
            }
        }
    }
}
