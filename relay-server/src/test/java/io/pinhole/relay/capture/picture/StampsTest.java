package io.pinhole.relay.capture.picture;

import static io.pinhole.relay.capture.picture.Easel.BLACK;
import static io.pinhole.relay.capture.picture.Easel.BLUE;
import static io.pinhole.relay.capture.picture.Easel.RED;
import static io.pinhole.relay.capture.picture.Easel.WHITE;
import static io.pinhole.relay.capture.picture.Easel.box;

import io.pinhole.protocol.widget.Fields;
import io.pinhole.protocol.widget.Stamp;
import io.pinhole.protocol.widget.WidgetKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** In a box of 200 pixels, so that a hundredth of a stamp has 2. */
class StampsTest {

    @Test
    void aCheckHasAShortArmAndALongOne() {
        Easel check = stamp(Stamp.CHECK);
        check.sees(WHITE, 100 + 2 * 27, 100 + 2 * 52).sees(WHITE, 100 + 2 * 43, 100 + 2 * 68);
        check.sees(WHITE, 100 + 2 * 74, 100 + 2 * 35).sees(RED, 100 + 2 * 27, 100 + 2 * 35);
        check.sees(RED, 100 + 2 * 50, 100 + 2 * 40).sees(RED, 100 + 2 * 65, 100 + 2 * 65);
    }

    @Test
    void aCrossHasFourArms() {
        Easel cross = stamp(Stamp.CROSS);
        for (int[] arm : new int[][] {{32, 32}, {68, 68}, {68, 32}, {32, 68}, {50, 50}}) {
            cross.sees(WHITE, 100 + 2 * arm[0], 100 + 2 * arm[1]);
        }
        cross.sees(RED, 100 + 2 * 50, 100 + 2 * 30).sees(RED, 100 + 2 * 30, 100 + 2 * 50);
    }

    @Test
    void aQuestionMarkIsOpenToTheLeftAndHasADot() {
        Easel question = stamp(Stamp.QUESTION);
        question.sees(WHITE, 100 + 2 * 50, 100 + 2 * 24).sees(WHITE, 100 + 2 * 65, 100 + 2 * 38);
        question.sees(WHITE, 100 + 2 * 50, 100 + 2 * 58).sees(WHITE, 100 + 2 * 50, 100 + 2 * 76);
        question.sees(RED, 100 + 2 * 50, 100 + 2 * 38).sees(RED, 100 + 2 * 35, 100 + 2 * 52);
        question.sees(RED, 100 + 2 * 50, 100 + 2 * 67);
    }

    @Test
    void aWarningIsATriangleWithAnExclamationMark() {
        Easel warning = stamp(Stamp.WARNING);
        warning.sees(WHITE, 100 + 2 * 50, 100 + 2 * 40).sees(WHITE, 100 + 2 * 50, 100 + 2 * 76);
        warning.sees(RED, 100 + 2 * 50, 100 + 2 * 67).sees(RED, 100 + 2 * 50, 100 + 2 * 26);
        warning.sees(RED, 100 + 2 * 20, 100 + 2 * 84).sees(RED, 100 + 2 * 80, 100 + 2 * 84);
        warning.seesNothing(100 + 2 * 15, 100 + 2 * 40).seesNothing(100 + 2 * 85, 100 + 2 * 40);
        warning.sees(WHITE, 100 + 2 * 50, 100 + 2 * 9).sees(WHITE, 100 + 2 * 5, 100 + 2 * 89);
    }

    @ParameterizedTest
    @EnumSource(
            value = Stamp.class,
            names = {"CHECK", "CROSS", "QUESTION"})
    void theOthersAreOnDiscsWithARim(Stamp sign) {
        Easel stamp = stamp(sign);
        stamp.sees(WHITE, 103 + 3, 200)
                .sees(WHITE, 297 - 3, 200)
                .sees(WHITE, 200, 106)
                .sees(RED, 115, 200);
        stamp.seesNothing(110, 110).seesNothing(99, 200).seesNothing(301, 200);
    }

    @ParameterizedTest
    @EnumSource(Stamp.class)
    void aStampIsTheLargestSquareInTheMiddleOfItsBox(Stamp sign) {
        Easel wide = Easel.showing(
                WidgetKind.STAMP, box(100, 100, 400, 200).stamp(sign).fill(BLUE).stroke(BLACK));
        wide.sees(BLUE, 300, 100 + 2 * 85)
                .seesNothing(190, 200)
                .seesNothing(410, 200)
                .seesNothing(199, 290);
        Easel.showing(WidgetKind.STAMP, box(300, 200, 0, 100).stamp(sign))
                .seesNothing(300, 250)
                .seesNothing(299, 250);
    }

    @Test
    void aStampIsTurnedAboutItsMiddle() {
        Fields.Builder fields = box(100, 100, 200, 200).stamp(Stamp.WARNING).rotation(18_000);
        Easel warning = Easel.showing(WidgetKind.STAMP, fields);
        warning.sees(RED, 300 - 2 * 20, 300 - 2 * 84).sees(WHITE, 300 - 2 * 50, 300 - 2 * 76);
        warning.seesNothing(300 - 2 * 15, 300 - 2 * 40);
    }

    private static Easel stamp(Stamp sign) {
        return Easel.showing(WidgetKind.STAMP, box(100, 100, 200, 200).stamp(sign));
    }
}
