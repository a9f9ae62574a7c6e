package io.pinhole.protocol.widget.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.pinhole.protocol.json.BadJsonException;
import io.pinhole.protocol.widget.Field;
import io.pinhole.protocol.widget.Widget;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that others made. */
class WidgetJsonTest {

    private static final String DOCUMENT = """
            {"format":1,"photo":"00000000000000000000000000000001","epoch":1,"revision":9,"widgets":[
            {"id":"00000000000000000000000000000002","kind":"text","z":"V","author":"ana","updatedBy":"ben",
            "created":"2026-11-23T08:15:30Z","updated":"2026-11-23T08:15:30.250Z","revision":3,
            "geometry":{"x":1,"y":2,"width":3,"height":4},"stroke":"ff00FF00","text":"hello","opacity":255,
            "defaults":["opacity"]},
            {"id":"00000000000000000000000000000003","kind":"freehand","z":"W","author":"ana","updatedBy":"ana",
            "created":"2026-11-23T08:15:30Z","updated":"2026-11-23T08:15:30Z","revision":9,
            "ink":{"shift":4,"points":[16,32,-48,64]},"older":{"z":4}}]}
            """;

    @Test
    void keysMayBeLeftOutThatHaveADefault() throws Exception {
        Widget text = WidgetJson.read(DOCUMENT).widgets().inDrawingOrder().get(0);
        assertThat(text.text()).isEqualTo("hello");
        assertThat(text.stroke()).isEqualTo(0xff00ff00);
        assertThat(text.fields().names()).containsExactly(Field.GEOMETRY, Field.STROKE, Field.TEXT);
        assertThat(text.updatedMillis() - text.createdMillis()).isEqualTo(250);
    }

    @Test
    void pointsAreInUnitsLikeAllElse() throws Exception {
        Widget ink = WidgetJson.read(DOCUMENT).widgets().inDrawingOrder().get(1);
        assertThat(ink.ink().x(1)).isEqualTo(-48);
        assertThat(ink.fieldRevision(Field.Z)).isEqualTo(4);
        assertThat(ink.fieldRevision(Field.INK)).isEqualTo(9);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"format\":1, | | ``                        | it has no format",
                "\"format\":1  | \"format\":2 | /format      | format 2 is not known, only 1",
                "\"epoch\":1   | \"epoch\":-1 | /epoch       | must not be negative",
                "\"epoch\":1   | \"epoch\":1,\"epoch\":1 | /epoch | Duplicate field 'epoch'",
                "\"epoch\":1   | \"epoc\":1 | /epoc          | there is no such key",
                "\"epoch\":1   | \"epoch\":1.0 | /epoch      | a whole number is expected here",
                "\"epoch\":1   | \"epoch\":99999999999999999999 | /epoch | out of range of long",
                "00001\"       | 0001\" | /photo             | length not even",
                "\"widgets\":[ | \"widgets\":[[], | /widgets/0  | an object is expected here",
                "\"kind\":\"text\"     | \"kind\":\"photo\" | /widgets/0/kind   | there is no photo",
                "\"kind\":\"text\"     | \"kind\":7 | /widgets/0/kind           | a string is expected here",
                "\"kind\":\"text\"     | \"kind\":\"arrow\" | /widgets/0        | ARROW has no TEXT",
                "\"kind\":\"text\"     | \"kind\":\"freehand\" | /widgets/0     | FREEHAND has no TEXT",
                "\"z\":\"V\"," + " | | /widgets/0                    | it has no z",
                "\"z\":\"V\"           | \"z\":\"V0\" | /widgets/0               | z is not a place",
                "\"z\":\"V\"           | \"z\":\"X\" | /widgets/0                | not in the order of drawing",
                "\"ben\"               | \"b n\" | /widgets/0/updatedBy        | forbidden character U+0020",
                "30.250Z               | 30.2505Z | /widgets/0/updated         | kept to the millisecond",
                "30.250Z               | 30 | /widgets/0/updated               | not a time such as",
                "\"revision\":3        | \"revision\":10 | /widgets/0/revision | it is newer than the document",
                "\"x\":1               | \"x\":-65536 | /widgets/0             | farther outside than one side",
                "\"x\":1               | \"x\":2147483648 | /widgets/0/geometry/x | out of range of int",
                "\"width\":3           | \"width\":-3 | /widgets/0             | no negative size",
                "\"width\":3           | \"left\":-3 | /widgets/0/geometry/left | x, y, width and height",
                "ff00FF00              | ff00FF0 | /widgets/0/stroke           | 8 hexadecimal digits",
                "ff00FF00              | ff00FF0G | /widgets/0/stroke          | not a hexadecimal digit",
                "\"stroke\"            | \"strokes\" | /widgets/0/strokes      | there is no field strokes",
                "\"stroke\"            | \"deleted\" | /widgets/0/deleted      | it is not a value here",
                "\"opacity\":255       | \"opacity\":256 | /widgets/0/defaults | opacity has another value",
                "\"defaults\":[\"opacity\"] | \"fontSize\":0 | /widgets/0        | FONT_SIZE must be 1 to 65535",
                "\"defaults\":[\"opacity\"] | \"defaults\":[7] | /widgets/0/defaults/0 | a string is expected",
                "\"defaults\":[\"opacity\"] | \"number\":1 | /widgets/0          | TEXT has no NUMBER",
                "-48                   | -47 | /widgets/1/ink/points/2         | -47 is not on the grid of shift 4",
                "-48,64                | -48 | /widgets/1/ink                  | shift 4, 3 numbers",
                "16,32,-48,64          | | /widgets/1/ink                      | shift 4, 0 numbers",
                "16,32,-48,64          | 3145728,0 | /widgets/1/ink            | too far away",
                "\"shift\":4           | \"shift\":9 | /widgets/1/ink          | shift 9",
                "\"shift\":4           | \"shift\":-1 | /widgets/1/ink         | shift -1",
                "\"ink\":{             | \"text\":\"\",\"ink\":{ | /widgets/1   | FREEHAND has no TEXT",
                "{\"z\":4}             | {\"z\":10} | /widgets/1                | Z is older than the log",
                "{\"z\":4}             | {\"text\":4} | /widgets/1/older        | nobody wrote text",
                "00003                 | 00002 | /widgets                      | twice",
                "{\"z\":4}}]}           | {\"z\":4}}]}] | ``                     | Unexpected close marker",
                "{\"z\":4}}]}           | {\"z\":4}}]} 1 | ``                    | something follows",
                "{\"z\":4}}]}           | {\"z\":4}}] | /widgets | Unexpected end-of-input"
            })
    void whatIsWrongIsSaidWithItsPath(String good, String bad, String path, String fault) {
        assertThat(DOCUMENT).contains(good);
        BadJsonException refused =
                refused(DOCUMENT.replaceFirst(Pattern.quote(good), bad == null ? "" : Matcher.quoteReplacement(bad)));
        assertThat(refused).hasMessageContaining(fault);
        assertThat(refused.path()).as(refused.getMessage()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u2028", "\\u202e", "\\u0000", "\\ud83d", "\\ude00\\ud83d", "\\u0085", "\u2029"})
    void charactersThatMayNotBeDrawnAreRefused(String character) {
        BadJsonException refused = refused(DOCUMENT.replace("hello", character));
        assertThat(refused.path()).isEqualTo("/widgets/0");
        assertThat(refused).hasMessageContaining("the text has the forbidden character");
    }

    @Test
    void twoThousandCharactersAreAllowedAndNotOneMore() throws Exception {
        String smiles = "\ud83d\ude00".repeat(2_000);
        String json = DOCUMENT.replace("hello", smiles);
        assertThat(WidgetJson.read(json).widgets().inDrawingOrder().get(0).text())
                .isEqualTo(smiles);
        assertThat(WidgetJson.read(WidgetJson.write(WidgetJson.read(json)))).isEqualTo(WidgetJson.read(json));
        assertThat(refused(DOCUMENT.replace("hello", smiles + "!"))).hasMessageContaining("longer than 2000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "  ", "null", "1", "[]", "{", "hello", "\ud83d", "{\"format\":", "{\"format\":1e9}", "\u0000"
            })
    void whatIsNoDocumentAtAll(String text) {
        refused(text);
    }

    @Test
    void nestingAndNamesAreBounded() {
        refused(DOCUMENT.replace("\"epoch\":1", "\"epoch\":" + "[".repeat(100_000)));
        refused("{".repeat(1) + "\"a\":{".repeat(100_000));
        assertThat(refused(DOCUMENT.replace("epoch", "e".repeat(100_000))).getMessage())
                .hasSizeLessThan(1_000);
    }

    private static BadJsonException refused(String text) {
        BadJsonException refused = catchThrowableOfType(BadJsonException.class, () -> WidgetJson.read(text));
        assertThat(refused).as(text.substring(0, Math.min(text.length(), 200))).isNotNull();
        return refused;
    }
}
