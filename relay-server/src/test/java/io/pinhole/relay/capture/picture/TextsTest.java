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

/** At 100 pixels to the em, of which Roboto has 93 above the baseline, and 71 in a capital letter. */
class TextsTest {

    private static final int SIZE = 100;
    private static final int BASELINE = 100 + 93;

    @Test
    void theStemOfAnIStandsOnTheBaseline() {
        Easel text = Easel.showing(WidgetKind.TEXT, words("I", 0));
        int middle = 100 + 14; // its advance is 0.27 em
        text.sees(BLACK, middle, 150).sees(BLACK, middle, BASELINE - 3).sees(BLACK, middle, BASELINE - 68);
        text.sees(WHITE, middle, BASELINE + 3).sees(WHITE, middle, BASELINE - 76);
        assertThat(text.count(BLACK, 150)).isBetween(8, 10);
    }

    @Test
    void anOHasAHole() {
        Easel text = Easel.showing(WidgetKind.TEXT, words("O", 0));
        text.sees(WHITE, 100 + 34, 158).sees(BLACK, 100 + 34, BASELINE - 4);
    }

    @Test
    void lettersStandSideBySideAndLinesOneBelowTheOther() {
        int one = Easel.showing(WidgetKind.TEXT, words("I", 0)).strokes(BLACK, 150);
        Easel text = Easel.showing(WidgetKind.TEXT, words("III\n\nI", 0));
        assertThat(text.strokes(BLACK, 150)).isEqualTo(3 * one);
        assertThat(text.strokes(BLACK, 150 + 117)).isZero();
        assertThat(text.strokes(BLACK, 150 + 234)).isEqualTo(one);
    }

    @ParameterizedTest
    @ValueSource(strings = {"I I", "I   I", "I \nI"})
    void aTextIsWrappedAtBlanksToTheWidthOfItsBox(String words) {
        int one = Easel.showing(WidgetKind.TEXT, words("I", 0)).strokes(BLACK, 150);
        Easel text = Easel.showing(WidgetKind.TEXT, words(words, 60));
        assertThat(text.strokes(BLACK, 150)).isEqualTo(one);
        assertThat(text.strokes(BLACK, 150 + 117)).isEqualTo(one);
    }

    @Test
    void aTextWithoutFillHasAnOutlineThatSetsItOff() {
        Fields.Builder dark =
                box(100, 100, 0, 0).text("I").fontSize(units(SIZE)).stroke(BLUE);
        Easel.showing(WidgetKind.TEXT, dark)
                .sees(BLUE, 114, 150)
                .sees(WHITE, 106, 150)
                .seesNothing(100, 150);
        Fields.Builder light =
                box(100, 100, 0, 0).text("I").fontSize(units(SIZE)).stroke(WHITE);
        Easel.showing(WidgetKind.TEXT, light)
                .sees(WHITE, 114, 150)
                .sees(BLACK, 106, 150)
                .seesNothing(100, 150);
    }

    @Test
    void aBackgroundIsBehindTextAndBoxWithAMargin() {
        Easel small = Easel.showing(WidgetKind.TEXT, words("I", 0));
        small.sees(WHITE, 81, 81)
                .seesNothing(79, 150)
                .sees(WHITE, 146, 236)
                .seesNothing(149, 150)
                .seesNothing(110, 239);
        Easel large = Easel.showing(
                WidgetKind.TEXT,
                box(100, 100, 300, 300).text("I").fontSize(units(SIZE)).fill(BLUE));
        large.sees(BLUE, 418, 418).seesNothing(421, 418).seesNothing(418, 421).sees(RED, 114, 150);
        Easel empty = Easel.showing(WidgetKind.TEXT, box(100, 100, 300, 300).fill(BLUE));
        empty.seesNothing(200, 200);
    }

    @Test
    void aTextOfBlanksIsNothing() {
        Fields.Builder blanks = box(100, 100, 0, 0).text(" \n  ").fontSize(units(SIZE));
        Easel.showing(WidgetKind.TEXT, blanks)
                .seesNothing(0, 0)
                .seesNothing(2, 2)
                .seesNothing(110, 150);
    }

    @Test
    void aTextIsTurnedAboutTheMiddleOfItsBox() {
        Easel text = Easel.showing(
                WidgetKind.TEXT,
                box(100, 100, 200, 117)
                        .text("I")
                        .fontSize(units(SIZE))
                        .stroke(BLACK)
                        .fill(WHITE)
                        .rotation(18_000));
        text.sees(BLACK, 300 - 14, 167).sees(WHITE, 114, 150);
    }

    @Test
    void whatTheFontLacksIsABoxAndWhatIsInvisibleIsNothing() {
        Easel box = Easel.showing(WidgetKind.TEXT, words("\uD83D\uDE80", 0)); // a rocket, one character
        Easel two = Easel.showing(WidgetKind.TEXT, words("\uD83D\uDE80\u05D0", 0));
        assertThat(box.strokes(BLACK, 150)).isBetween(2, 4);
        assertThat(two.strokes(BLACK, 150)).isEqualTo(2 * box.strokes(BLACK, 150));
        int one = Easel.showing(WidgetKind.TEXT, words("II", 0)).strokes(BLACK, 150);
        Easel joined = Easel.showing(WidgetKind.TEXT, words("I\u200D\u00AD\uFE0FI", 0));
        assertThat(joined.strokes(BLACK, 150)).isEqualTo(one);
    }

    @Test
    void aLetterAndItsAccentAreOneLetter() {
        Easel composed = Easel.showing(WidgetKind.TEXT, words("\u00D6", 0));
        Easel apart = Easel.showing(WidgetKind.TEXT, words("O\u0308", 0));
        for (int y = 100; y < 220; y++) {
            assertThat(apart.count(BLACK, y)).isEqualTo(composed.count(BLACK, y));
        }
        assertThat(composed.strokes(BLACK, BASELINE - 84)).isEqualTo(2); // the dots
    }

    private static Fields.Builder words(String text, double width) {
        return box(100, 100, width, 0)
                .text(text)
                .fontSize(units(SIZE))
                .stroke(BLACK)
                .fill(WHITE);
    }
}
